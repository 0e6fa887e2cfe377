package dev.aftersales.claims.quotes;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.Unit;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a time of paid maintenance costs under a contract (E6.1): offered, and taken up. */
@RestController
@RequestMapping("/api/v1/contracts/{number}/maintenance-quotes")
class MaintenanceQuotesController {

    /** Longer than anything is maintained; it bounds the reckoning, as the last year does. */
    private static final int MOST_YEARS = 50;

    private static final int LAST_YEAR = 9999;

    private final Contracts contracts;
    private final Policies policies;
    private final MaintenanceQuotes quotes;
    private final AcceptMaintenance acceptMaintenance;
    private final DeclineMaintenance declineMaintenance;
    private final MaintenanceTime time;
    private final Clock businessClock;

    MaintenanceQuotesController(
            Contracts contracts,
            Policies policies,
            MaintenanceQuotes quotes,
            AcceptMaintenance acceptMaintenance,
            DeclineMaintenance declineMaintenance,
            MaintenanceTime time,
            Clock businessClock) {
        this.contracts = contracts;
        this.policies = policies;
        this.quotes = quotes;
        this.acceptMaintenance = acceptMaintenance;
        this.declineMaintenance = declineMaintenance;
        this.time = time;
        this.businessClock = businessClock;
    }

    /**
     * The time and what is maintained.
     *
     * @param until the day after the last one
     * @param serials units that are still in service; absent for all of the contract
     * @param fee that is to be charged; absent for the cap
     */
    record MaintenanceRequest(
            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @Nullable @Size(min = 1, max = 10_000) List<@NotBlank @Size(max = 64) String> serials,

            @Nullable Money fee) {

        MaintenanceRequest {
            serials = PrintedCode.each(serials);
        }
    }

    /** Offers it; offering the same again on the same day is the same quote. */
    @PostMapping
    @Allowed({Role.FINANCE, Role.ACCOUNT_MANAGER, Role.AGENT})
    ResponseEntity<MaintenanceQuoteView> quote(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid MaintenanceRequest request) {
        String tenant = caller.vendorOr(vendor);
        SalesContract contract = contracts.find(tenant, number).orElseThrow(() -> Problem.notFound("contract", number)
                .exception());
        CompiledPolicy policy = policyOf(contract)
                .orElseThrow(() -> refused("no-cap", "number", "The vendor has no after-sales policy in force."));
        QuoteRules rules = policy.rules().quotes();
        QuoteRules.AnnualCap cap = rules == null ? null : rules.annualCap();
        if (rules == null || cap == null) {
            throw refused("no-cap", "number", "Policy " + policy.version() + " sets no cap on maintenance fees.");
        }
        if (!request.from().isBefore(request.until())) {
            throw refused("empty-time", "until", "until is the day after the last one, so that it lies after from.");
        }
        if (request.until().getYear() - request.from().getYear() > MOST_YEARS
                || request.until().getYear() > LAST_YEAR) {
            throw refused(
                    "too-long", "until", "Maintenance is quoted for " + MOST_YEARS + " years at most. Shorten it.");
        }
        // Those that the contract has now: what it has later was not priced.
        List<String> serials = (request.serials() == null ? contract.serials() : request.serials())
                .stream().distinct().sorted().toList();
        Money price = price(contract, serials);
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        refuseTimeThatCannotBePaid(policy, contract, cap.clause(), serials, request, now);
        Money most = MaintenanceFee.cap(cap, price, request.from(), request.until());
        Money fee = request.fee() == null ? most : request.fee();
        if (!fee.currency().equals(most.currency()) || fee.compareTo(most) > 0) {
            throw Problem.status(422)
                    .type("above-cap")
                    .title("The fee is above what the policy allows")
                    .detail("For this time and these units it may be " + most.amount() + " " + most.currency()
                            + " at most. Charge that or less.")
                    .with("field", "fee")
                    .with("clause", cap.clause())
                    .with("cap", most)
                    .exception();
        }
        Settled<Period> validFor = rules.validFor();
        MaintenanceQuotes.Kept kept = quotes.keep(new MaintenanceQuote(
                DerivedId.of(
                        "mnt",
                        tenant,
                        number,
                        policy.version(),
                        String.join("\n", serials),
                        request.from().toString(),
                        request.until().toString(),
                        price.amount(),
                        fee.amount(),
                        fee.currency(),
                        LocalDate.ofInstant(now, policy.zone()).toString()),
                tenant,
                number,
                policy.version(),
                serials,
                request.from(),
                request.until(),
                price,
                most,
                fee,
                cap.clause(),
                cap.percent().reading() == null ? cap.reading() : cap.percent().reading(),
                validFor == null ? null : LastMoment.of(now, validFor.value(), policy.zone()),
                caller.person(),
                now,
                null));
        return ResponseEntity.status(kept.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/contracts/" + number + "/maintenance-quotes/"
                        + kept.quote().id()))
                .body(view(kept.quote()));
    }

    /** The quotes about a contract, the latest first, for those who may see one of them. */
    @GetMapping
    @Allowed({Role.CUSTOMER, Role.FINANCE, Role.ACCOUNT_MANAGER, Role.AGENT, Role.VENDOR_OPS})
    Page<MaintenanceQuoteView> list(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable String vendor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        String tenant = caller.vendorOr(vendor);
        if (visible(caller, tenant, number).isEmpty()) {
            throw Problem.notFound("contract", number).exception();
        }
        Page<MaintenanceQuote> page = quotes.ofContract(tenant, number, cursor, limit);
        Map<String, Agreement> accepting = acceptMaintenance.acceptingOf(tenant, number);
        Instant now = businessClock.instant();
        return new Page<>(
                page.items().stream()
                        .map(quote -> MaintenanceQuoteView.of(quote, accepting.get(quote.id()), now))
                        .toList(),
                page.next());
    }

    /** Staff see the vendor's quotes, a customer those about contracts of the own company; all others are not there. */
    @GetMapping("/{quote}")
    @Allowed({Role.CUSTOMER, Role.FINANCE, Role.ACCOUNT_MANAGER, Role.AGENT, Role.VENDOR_OPS})
    MaintenanceQuoteView one(
            Caller caller,
            @PathVariable String number,
            @PathVariable String quote,
            @RequestParam @Nullable String vendor) {
        return view(visible(caller, caller.vendorOr(vendor), number, quote));
    }

    @PostMapping("/{quote}/acceptance")
    @Allowed(Role.CUSTOMER)
    MaintenanceQuoteView accept(
            Caller caller,
            @PathVariable String number,
            @PathVariable String quote,
            @RequestParam @Nullable String vendor) {
        MaintenanceQuote offered = visible(caller, caller.vendorOr(vendor), number, quote);
        return switch (acceptMaintenance.accept(offered, caller.person())) {
            case AcceptMaintenance.Outcome.Agreed agreed ->
                MaintenanceQuoteView.of(offered, agreed.agreement(), businessClock.instant());
            case AcceptMaintenance.Outcome.Declined declined ->
                throw conflict(
                        "quote-declined",
                        "The quote was declined",
                        "It was declined at " + declined.at() + ". Ask your contact at the vendor for a new one.");
            case AcceptMaintenance.Outcome.Expired expired ->
                throw conflict(
                        "quote-expired",
                        "The quote is over",
                        "It could be accepted until " + expired.validUntil() + ". Ask your contact at the vendor for a"
                                + " new one.");
            case AcceptMaintenance.Outcome.MaintainedAlready already ->
                throw conflict(
                        "maintained-already",
                        "Units of it are maintained in that time already",
                        "See /api/v1/agreements/" + already.agreement() + ". Ask for a quote for the other units, or"
                                + " for another time.");
            case AcceptMaintenance.Outcome.NumberTaken taken ->
                throw conflict(
                        "agreement-number-taken",
                        "The vendor has another agreement of that number",
                        "Ask your contact at the vendor for a new quote.");
        };
    }

    /** The customer does not want it; declining it again changes nothing. */
    @PostMapping("/{quote}/refusal")
    @Allowed(Role.CUSTOMER)
    MaintenanceQuoteView decline(
            Caller caller,
            @PathVariable String number,
            @PathVariable String quote,
            @RequestParam @Nullable String vendor) {
        MaintenanceQuote offered = visible(caller, caller.vendorOr(vendor), number, quote);
        return switch (declineMaintenance.decline(offered, caller.person())) {
            case DeclineMaintenance.Outcome.Declined declined -> view(declined.quote());
            case DeclineMaintenance.Outcome.Accepted accepted ->
                throw conflict(
                        "quote-accepted",
                        "The quote was accepted",
                        "See /api/v1/agreements/" + accepted.agreement() + ". Talk to your contact at the vendor.");
        };
    }

    private MaintenanceQuote visible(Caller caller, String tenant, String number, String quote) {
        return visible(caller, tenant, number)
                .flatMap(contract -> quotes.find(tenant, number, quote))
                .orElseThrow(() -> Problem.notFound("maintenance quote", quote).exception());
    }

    private Optional<SalesContract> visible(Caller caller, String tenant, String number) {
        boolean staff = caller.isAnyOf(Role.FINANCE, Role.ACCOUNT_MANAGER, Role.AGENT, Role.VENDOR_OPS);
        return contracts
                .find(tenant, number)
                .filter(contract -> staff || contract.organisation().equals(caller.organisationOrProblem()));
    }

    private MaintenanceQuoteView view(MaintenanceQuote quote) {
        return MaintenanceQuoteView.of(
                quote, acceptMaintenance.agreementOf(quote).orElse(null), businessClock.instant());
    }

    private static RuntimeException conflict(String type, String title, String detail) {
        return Problem.status(409)
                .type(type)
                .title(title)
                .detail("Nothing changed. " + detail)
                .exception();
    }

    /** The version that the contract is bound to. */
    private Optional<CompiledPolicy> policyOf(SalesContract contract) {
        return contract.policy(policies);
    }

    /** The contract's price of what is still in service (reading E?7). */
    private static Money price(SalesContract contract, List<String> serials) {
        Set<String> wanted = Set.copyOf(serials);
        List<Unit> units = contract.shipments().stream()
                .flatMap(shipment -> shipment.units().stream())
                .filter(unit -> wanted.contains(unit.serial()))
                .toList();
        if (units.size() < wanted.size()) {
            throw refused("unit-unknown", "serials", "Not all of these units stand in the contract.");
        }
        List<Money> prices =
                units.stream().map(Unit::price).filter(Objects::nonNull).toList();
        if (prices.size() < units.size()
                || prices.stream().map(Money::currency).distinct().count() > 1) {
            throw refused(
                    "price-needed",
                    "serials",
                    "The contract does not name the prices of all these units in one currency. Enter them with PUT"
                            + " /api/v1/contracts/" + contract.number() + ".");
        }
        return Money.sum(prices, prices.getFirst().currency());
    }

    private void refuseTimeThatCannotBePaid(
            CompiledPolicy policy,
            SalesContract contract,
            String clause,
            List<String> serials,
            MaintenanceRequest request,
            Instant now) {
        switch (time.of(policy, contract, serials, request.from(), request.until(), now)) {
            case MaintenanceTime.Finding.Free free -> {
                // Nothing stands against it.
            }
            case MaintenanceTime.Finding.TermUnknown unknown ->
                throw time(
                                "term-unknown",
                                "No paper says when the free term of unit " + unknown.serial() + " began ("
                                        + unknown.missingItem() + "), so nobody knows when it ends. Enter it with PUT"
                                        + " /api/v1/contracts/" + contract.number() + ".",
                                clause)
                        .with("serial", unknown.serial())
                        .exception();
            case MaintenanceTime.Finding.InTerm inTerm ->
                throw time(
                                "in-free-term",
                                "Units of it are served free of charge through " + inTerm.lastFreeDay()
                                        + ". Maintenance can be paid from " + inTerm.firstPossible() + ".",
                                clause)
                        .with("firstPossible", inTerm.firstPossible().toString())
                        .exception();
            case MaintenanceTime.Finding.PaidAlready paid -> {
                Problem problem = time(
                        "maintained-already",
                        "Units of it are maintained in that time by agreement " + paid.agreement() + ". "
                                + paid.firstPossible()
                                        .map(day -> "As long a time is free from " + day + ".")
                                        .orElse("It has no end. Quote the other units."),
                        clause);
                paid.firstPossible().ifPresent(day -> problem.with("firstPossible", day.toString()));
                throw problem.exception();
            }
        }
    }

    private static Problem time(String type, String detail, String clause) {
        return Problem.status(422)
                .type(type)
                .title("No maintenance can be quoted for this time")
                .detail(detail)
                .with("field", "from")
                .with("clause", clause);
    }

    private static RuntimeException refused(String type, String field, String detail) {
        return Problem.status(422)
                .type(type)
                .title("No maintenance can be quoted")
                .detail(detail)
                .with("field", field)
                .exception();
    }
}
