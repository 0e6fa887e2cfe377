package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.claims.Said.ConsentRequest;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.OnBehalf;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.events.claims.AnswerChannel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What service costs that the vendor does not bear: asked for, offered, taken up or not. */
@RestController
@RequestMapping("/api/v1/claims/{id}")
class QuotesController {

    private final ClaimAccess access;
    private final QuoteClaim quoteClaim;
    private final AnswerQuote answerQuote;
    private final RequestQuote requestQuote;

    QuotesController(ClaimAccess access, QuoteClaim quoteClaim, AnswerQuote answerQuote, RequestQuote requestQuote) {
        this.access = access;
        this.quoteClaim = quoteClaim;
        this.answerQuote = answerQuote;
        this.requestQuote = requestQuote;
    }

    /**
     * All quotes of a claim, oldest first: one that was replaced stays.
     *
     * @param unappliedPayments that pay for nothing, settled ones included; absent when there are none
     */
    record QuotesView(
            String claimId,
            ClaimState state,
            List<QuoteView> quotes,
            @Nullable List<UnappliedPaymentView> unappliedPayments) {
        static QuotesView of(Claim claim, boolean readerIsStaff) {
            return new QuotesView(
                    claim.id(),
                    claim.state(),
                    claim.quotes().stream()
                            .map(quote -> QuoteView.of(quote, readerIsStaff))
                            .toList(),
                    claim.unappliedPayments().isEmpty()
                            ? null
                            : claim.unappliedPayments().stream()
                                    .map(payment -> UnappliedPaymentView.of(payment, readerIsStaff))
                                    .toList());
        }
    }

    /**
     * @param quote number of the one that is answered, so that nobody accepts what was replaced in between
     * @param onBehalf required of staff, who answer for a customer; a customer's own answer has none
     */
    record AnswerRequest(
            @NotNull @Min(1) Integer quote, @Nullable @Valid OnBehalfRequest onBehalf) {}

    /**
     * That staff answer for a customer.
     *
     * @param channel how the customer told them
     * @param reason in the words of staff and for staff
     */
    record OnBehalfRequest(
            @NotNull AnswerChannel channel,
            @NotBlank @Size(max = 2_000) String reason) {}

    /**
     * Takes up a quote.
     *
     * @param quote number of the one that is accepted, so that nobody accepts what was replaced in between
     * @param consents what the policy wants to be agreed to before service and is not yet; absent when nothing is, and
     *     always of staff: nobody consents for a customer
     * @param onBehalf required of staff, who answer for a customer; a customer's own answer has none
     */
    record AcceptanceRequest(
            @NotNull @Min(1) Integer quote,
            @Nullable @Size(max = 20) List<@NotNull @Valid ConsentRequest> consents,
            @Nullable @Valid OnBehalfRequest onBehalf) {}

    /** @param lines absent for all that can be quoted */
    record RequestedLines(
            @Nullable @Size(min = 1, max = Claim.MAX_LINES) List<@NotNull Integer> lines) {}

    @Allowed({
        Role.CUSTOMER,
        Role.ACCOUNT_MANAGER,
        Role.AGENT,
        Role.TECHNICIAN,
        Role.WAREHOUSE,
        Role.FINANCE,
        Role.VENDOR_OPS
    })
    @GetMapping("/quote")
    QuotesView quotes(Caller caller, @PathVariable String id) {
        return QuotesView.of(access.priced(caller, id), ClaimAccess.isStaff(caller));
    }

    @Allowed({Role.AGENT, Role.FINANCE, Role.ACCOUNT_MANAGER})
    @PostMapping("/quote")
    ResponseEntity<QuoteView> issue(Caller caller, @PathVariable String id, @Valid @RequestBody QuoteRequest request) {
        Claim claim = access.priced(caller, id);
        return switch (quoteClaim.issue(caller, claim, request.wish())) {
            case QuoteClaim.Outcome.Issued issued ->
                ResponseEntity.status(HttpStatus.CREATED).body(QuoteView.of(issued.quote(), true));
            case QuoteClaim.Outcome.Refused refused -> throw unquotable(refused.objections());
            case QuoteClaim.Outcome.LinesUnknown unknown ->
                throw Problem.status(422)
                        .type("line-unknown")
                        .title("The claim does not have these lines")
                        .detail("Nothing was quoted. GET /api/v1/claims/" + id + " shows the lines with their numbers.")
                        .with("field", "items")
                        .with("lines", unknown.lines())
                        .exception();
            case QuoteClaim.Outcome.NotQuotable settled ->
                throw Problem.status(409)
                        .type("not-quotable")
                        .title("There is nothing to quote for these lines")
                        .detail("Nothing was quoted. Only lines that stand at NOT_COVERED, PARTLY_COVERED or QUOTED"
                                + " can be.")
                        .with("lines", settled.lines())
                        .exception();
            case QuoteClaim.Outcome.NoParts none ->
                throw Problem.status(422)
                        .type("parts-needed")
                        .title("Lines that are served by parts need parts")
                        .detail("Nothing was quoted. Name the parts of these lines, or another route.")
                        .with("field", "items")
                        .with("lines", none.lines())
                        .exception();
            case QuoteClaim.Outcome.TariffUnknown unknown ->
                throw ClaimsController.unprocessable(
                        "tariff-unknown",
                        "tariff",
                        "There is no such tariff",
                        "The vendor has no tariff " + unknown.code() + ". Leave it out for the standard one.");
            case QuoteClaim.Outcome.TooMany tooMany ->
                throw Problem.status(409)
                        .type("too-many-quotes")
                        .title("The claim has as many quotes as it may")
                        .detail("A claim has at most " + QuoteClaim.MOST + " quotes. Talk to the customer first.")
                        .exception();
        };
    }

    @Allowed(Role.CUSTOMER)
    @PostMapping("/quote-request")
    ClaimView request(Caller caller, @PathVariable String id, @Valid @RequestBody RequestedLines request) {
        Claim claim = access.visible(caller, id);
        Set<Integer> lines = request.lines() == null ? Set.of() : Set.copyOf(request.lines());
        return switch (requestQuote.request(caller, claim, lines)) {
            case RequestQuote.Outcome.Requested requested -> ClaimView.of(requested.claim());
            case RequestQuote.Outcome.NothingToQuote nothing ->
                throw Problem.status(409)
                        .type("nothing-to-quote")
                        .title("No line waits for a quote")
                        .detail("Only lines that stand at NOT_COVERED or PARTLY_COVERED can be quoted. A quote that is"
                                + " there already is shown by GET /api/v1/claims/" + id + "/quote.")
                        .with("state", nothing.state())
                        .exception();
        };
    }

    @Allowed({Role.CUSTOMER, Role.AGENT})
    @PostMapping("/quote/acceptance")
    QuotesView accept(Caller caller, @PathVariable String id, @Valid @RequestBody AcceptanceRequest request) {
        Claim claim = access.visible(caller, id);
        List<ConsentRequest> consents = request.consents() == null ? List.of() : request.consents();
        OnBehalf heard = heard(caller, request.onBehalf());
        if (heard != null && !consents.isEmpty()) {
            throw ClaimsController.unprocessable(
                    "consent-is-the-customers",
                    "consents",
                    "Nobody consents for a customer",
                    "Nothing changed. Ask the customer to agree in the portal, at this claim; then accept the quote for"
                            + " them without consents.");
        }
        return view(caller, id, request.quote(), answerQuote.accept(caller, claim, request.quote(), consents, heard));
    }

    @Allowed({Role.CUSTOMER, Role.AGENT})
    @PostMapping("/quote/refusal")
    QuotesView refuse(Caller caller, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        Claim claim = access.visible(caller, id);
        return view(
                caller,
                id,
                request.quote(),
                answerQuote.refuse(caller, claim, request.quote(), heard(caller, request.onBehalf())));
    }

    /** Whoever answers for another says how they know. */
    private static @Nullable OnBehalf heard(Caller caller, @Nullable OnBehalfRequest request) {
        if (ClaimAccess.isStaff(caller) == (request != null)) {
            return request == null ? null : new OnBehalf(request.channel(), request.reason());
        }
        throw request == null
                ? ClaimsController.unprocessable(
                        "on-behalf-needed",
                        "onBehalf",
                        "You answer for a customer",
                        "Nothing changed. Say with onBehalf by which channel the customer told you, and the reason.")
                : ClaimsController.unprocessable(
                        "not-on-behalf",
                        "onBehalf",
                        "You answer for your own company",
                        "Nothing changed. Leave onBehalf out: only the vendor's staff answer for a customer.");
    }

    private static QuotesView view(Caller caller, String id, int number, AnswerQuote.Outcome outcome) {
        return switch (outcome) {
            case AnswerQuote.Outcome.Answered answered -> QuotesView.of(answered.claim(), ClaimAccess.isStaff(caller));
            case AnswerQuote.Outcome.Unknown unknown ->
                throw ClaimsController.unprocessable(
                        "quote-unknown",
                        "quote",
                        "There is no such quote",
                        "The claim has no quote " + number + ". GET /api/v1/claims/" + id + "/quote shows all it has.");
            case AnswerQuote.Outcome.TooLate late -> throw tooLate(id, late.quote(), late.why());
            case AnswerQuote.Outcome.AboveCap above ->
                throw Problem.status(409)
                        .type("above-cap")
                        .title("A year would cost more than the policy allows")
                        .detail("Nothing changed. Other service of the last 12 months was accepted since this was"
                                + " offered. Ask for a new quote with POST /api/v1/claims/" + id + "/quote-request.")
                        .with("quote", number)
                        .with("clause", above.clause())
                        .with("serial", above.excess().serial())
                        .exception();
            case AnswerQuote.Outcome.NotTaken notTaken -> throw ClaimsController.notTaken(notTaken.refusal());
            case AnswerQuote.Outcome.ConsentNeeded needed ->
                throw Problem.status(422)
                        .type("consent-needed")
                        .title("The policy serves nothing without your consent")
                        .detail("Nothing changed. Read /api/v1/policies/" + needed.policyVersion()
                                + " and, if you agree, repeat the acceptance with the consents that are named here, each"
                                + " with version " + needed.policyVersion() + ".")
                        .with("field", "consents")
                        .with("version", needed.policyVersion())
                        .with("consents", needed.consents())
                        .exception();
        };
    }

    private static RuntimeException tooLate(String id, Quote quote, Quote.Why why) {
        String detail =
                switch (why) {
                    case QUOTE_EXPIRED ->
                        "It could be accepted until " + quote.validUntil()
                                + ". Ask for a new one with POST /api/v1/claims/" + id + "/quote-request.";
                    case QUOTE_REFUSED ->
                        "Your company has refused it. Ask for a new one with POST /api/v1/claims/" + id
                                + "/quote-request.";
                    case QUOTE_REPLACED ->
                        "Another quote or another decision stands in its place. GET /api/v1/claims/" + id
                                + "/quote shows what stands now.";
                    case QUOTE_ACCEPTED, QUOTE_PAID ->
                        "Your company has accepted it, and the service is under way. Talk to your contact at the"
                                + " vendor.";
                    case WRONG_AMOUNT, WRONG_CURRENCY -> "The amount is not the one of the quote.";
                };
        Problem problem = Problem.status(409)
                .type(why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .title("The quote cannot be answered so any more")
                .detail("Nothing changed. " + detail)
                .with("quote", quote.number());
        return (quote.validUntil() == null ? problem : problem.with("validUntil", quote.validUntil())).exception();
    }

    private static RuntimeException unquotable(List<Objection> objections) {
        return Problem.status(422)
                .type("not-by-the-fee-model")
                .title("The quote breaks a rule of the vendor's fee model")
                .detail("Nothing was quoted. Mend what errors names and send it again.")
                .with("errors", objections.stream().map(QuotesController::error).toList())
                .exception();
    }

    private static Map<String, String> error(Objection objection) {
        Map<String, String> error = new LinkedHashMap<>();
        boolean ofItem =
                !objection.field().equals("region") && !objection.field().equals("shopLevel");
        error.put("field", ofItem ? "items[" + objection.item() + "]." + objection.field() : objection.field());
        error.put("rule", objection.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        error.put("detail", objection.detail());
        if (objection.clause() != null) {
            error.put("clause", objection.clause());
        }
        return error;
    }
}
