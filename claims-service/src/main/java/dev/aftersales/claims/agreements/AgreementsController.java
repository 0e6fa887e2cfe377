package dev.aftersales.claims.agreements;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agreements")
class AgreementsController {

    private static final Logger log = LoggerFactory.getLogger(AgreementsController.class);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Serials that a problem names at most. */
    private static final int MOST_NAMED = 100;

    private final Agreements agreements;
    private final PaidYears paidYears;
    private final Contracts contracts;
    private final Clock clock;

    AgreementsController(Agreements agreements, PaidYears paidYears, Contracts contracts, Clock clock) {
        this.agreements = agreements;
        this.paidYears = paidYears;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** Staff see the vendor's agreements, a customer those about contracts of the own company; all others are not there. */
    @GetMapping("/{number}")
    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.INSPECTOR, Role.VENDOR_OPS})
    AgreementView get(Caller caller, @PathVariable String number, @RequestParam @Nullable String vendor) {
        return agreements
                .find(caller.vendorOr(vendor), number)
                .filter(agreement -> isVisible(agreement, caller))
                .map(AgreementView::of)
                .orElseThrow(() -> Problem.notFound("agreement", number).exception());
    }

    private boolean isVisible(Agreement agreement, Caller caller) {
        return caller.isAnyOf(Role.ACCOUNT_MANAGER, Role.AGENT, Role.INSPECTOR, Role.VENDOR_OPS)
                || contracts
                        .find(agreement.vendor(), agreement.contract(), caller.organisationOrProblem())
                        .isPresent();
    }

    @PutMapping("/{number}")
    @Allowed(Role.VENDOR_OPS)
    ResponseEntity<AgreementView> put(
            Caller caller,
            @PathVariable String number,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid PutAgreement body) {
        String tenant = caller.vendorOr(vendor);
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.status(422)
                    .type("bad-agreement-number")
                    .title("That cannot be an agreement number")
                    .detail("A number has up to 64 letters, digits, dots, dashes and underscores, and starts with a"
                            + " letter or digit.")
                    .exception();
        }
        refuseEndBeforeBeginning(body);
        refuseUnitsThatTheContractHasNot(tenant, body);
        refuseWhatAQuoteBinds(tenant, number);
        AgreementEntry entry =
                new AgreementEntry(caller.person(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Agreement agreement = body.toAgreement(tenant, number, entry);
        takeTime(agreement);
        Agreements.Entering entered = agreements.enter(agreement);
        log.atInfo()
                .addKeyValue("vendor", tenant)
                .addKeyValue("agreement", number)
                .addKeyValue("contract", body.contract())
                .log("agreement entered");
        return ResponseEntity.status(entered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(AgreementView.of(entered.agreement()));
    }

    /**
     * What the agreement was before gives its time back first: until it is entered anew it stands with the agreements, which
     * everybody looks at who takes a time.
     */
    private void takeTime(Agreement entered) {
        agreements
                .find(entered.vendor(), entered.number())
                .filter(before -> before.kind() == AgreementKind.PAID_YEAR)
                .filter(before -> entered.kind() != AgreementKind.PAID_YEAR
                        || !before.contract().equals(entered.contract()))
                .ifPresent(paidYears::giveBack);
        Optional<Agreement> met =
                entered.kind() == AgreementKind.PAID_YEAR ? paidYears.take(entered) : Optional.empty();
        if (met.isPresent()) {
            throw Problem.status(409)
                    .type("maintained-already")
                    .title("Units of it are maintained in that time by a quote that the customer accepted")
                    .detail("Nothing changed. See /api/v1/agreements/"
                            + met.get().number() + ". Enter another time, or the other units.")
                    .with("agreement", met.get().number())
                    .exception();
        }
    }

    private void refuseWhatAQuoteBinds(String vendor, String number) {
        if (agreements.find(vendor, number).map(Agreement::quote).isPresent()) {
            throw Problem.status(409)
                    .type("bound-to-a-quote")
                    .title("The agreement stands by a quote that the customer accepted")
                    .detail("Nothing changed. It is as it was offered and accepted; enter another agreement beside it.")
                    .exception();
        }
    }

    private static void refuseEndBeforeBeginning(PutAgreement body) {
        if (body.until() != null && body.until().isBefore(body.from())) {
            throw Problem.status(422)
                    .type("ends-before-it-begins")
                    .title("The agreement ends before it begins")
                    .detail("until is the last day on which it holds. Send one that is not before from, or none.")
                    .with("field", "until")
                    .exception();
        }
    }

    private void refuseUnitsThatTheContractHasNot(String vendor, PutAgreement body) {
        Optional<SalesContract> contract = contracts.find(vendor, body.contract());
        if (contract.isEmpty()) {
            throw Problem.status(422)
                    .type("unknown-contract")
                    .title("There is no contract of that number")
                    .detail("An agreement is about the units of a sales contract. Enter the contract first.")
                    .with("field", "contract")
                    .exception();
        }
        List<String> unknown = contract.get().without(body.distinctSerials());
        if (!unknown.isEmpty()) {
            throw Problem.status(422)
                    .type("units-not-in-contract")
                    .title("The contract has not all of these units")
                    .detail("Leave them out, or enter them with contract " + body.contract() + " first.")
                    .with("field", "serials")
                    .with("serials", unknown.stream().limit(MOST_NAMED).toList())
                    .exception();
        }
    }
}
