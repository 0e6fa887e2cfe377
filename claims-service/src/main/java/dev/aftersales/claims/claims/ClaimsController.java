package dev.aftersales.claims.claims;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Filters;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims: submit, list, read. */
@RestController
@RequestMapping("/api/v1/claims")
class ClaimsController {

    /** Says that the answer is the one that an earlier request with the same key got. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** What {@code GET /claims} is asked by. */
    private static final Set<String> FILTERS = new TreeSet<>(Set.of(
            "vendor",
            "state",
            "contract",
            "model",
            "serial",
            "clause",
            "reading",
            "quote",
            "batchIssue",
            "submittedFrom",
            "submittedTo",
            "cursor",
            "limit"));

    private final SubmitClaim submitClaim;
    private final ClaimAccess access;
    private final ClaimList list;
    private final Explanations explanations;
    private final Judge judge;

    ClaimsController(
            SubmitClaim submitClaim, ClaimAccess access, ClaimList list, Explanations explanations, Judge judge) {
        this.submitClaim = submitClaim;
        this.access = access;
        this.list = list;
        this.explanations = explanations;
        this.judge = judge;
    }

    @Allowed(Role.CUSTOMER)
    @PostMapping
    ResponseEntity<String> submit(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestParam(required = false) @Nullable String vendor,
            @Valid @RequestBody SubmissionRequest request) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        String tenant = caller.vendorOr(vendor != null ? vendor : request.vendor());
        return switch (submitClaim.submit(caller, tenant, key, request.forVendor(tenant))) {
            case Submission.Accepted accepted -> answer(accepted);
            case Submission.KeyReused reused ->
                throw Problem.status(422)
                        .type("idempotency-key-reused")
                        .title("The Idempotency-Key was used for another request")
                        .detail("A claim was made with this key and a different body. Use a new key for a new claim;"
                                + " to repeat a request, send the very same body.")
                        .with("claim", reused.claimId())
                        .exception();
            case Submission.ContractUnknown unknown -> throw contractUnknown(unknown.contractNumber());
            case Submission.ContractsDiffer differ ->
                throw Problem.status(422)
                        .type("contracts-differ")
                        .title("The units stand under several contracts")
                        .detail("Make a claim for the units of each contract: "
                                + String.join(", ", differ.contractNumbers()) + ".")
                        .with("field", "contractNumber")
                        .with("contractNumbers", differ.contractNumbers())
                        .exception();
            case Submission.ConsentNeeded needed ->
                throw Problem.status(422)
                        .type("consent-needed")
                        .title("The policy takes no claim without your consent")
                        .detail("Read /api/v1/policies/" + needed.policyVersion()
                                + " and, if you agree, repeat the request with the consents that are named here, each"
                                + " with version " + needed.policyVersion() + ". Nothing was kept.")
                        .with("field", "consents")
                        .with("version", needed.policyVersion())
                        .with("consents", needed.consents())
                        .exception();
            case Submission.NotTaken notTaken -> throw notTaken(notTaken.refusal());
            case Submission.ModelMismatch mismatch ->
                throw modelMismatch(
                        mismatch.field(), mismatch.line(), mismatch.serial(), mismatch.model(), request.model());
            case Submission.NoPolicy noPolicy ->
                throw unprocessable(
                        "no-policy",
                        "vendor",
                        "The vendor takes no claims yet",
                        "Vendor " + noPolicy.vendor() + " has no after-sales policy in force.");
            case Submission.ContactNeeded needed ->
                throw Problem.status(422)
                        .type("contact-needed")
                        .title("It is not known how to reach you")
                        .detail("Your token names no e-mail address. Put your contact on record with"
                                + " PUT /api/v1/customers/me, then repeat the request.")
                        .with("next", "/api/v1/customers/me")
                        .exception();
            case Submission.EvidenceUnusable unusable -> throw evidenceUnusable(unusable.ids());
        };
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.VENDOR_OPS})
    @GetMapping
    Page<ClaimSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable ClaimState state,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String serial,
            @RequestParam(required = false) @Nullable String clause,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) ClaimList.@Nullable Quoted quote,
            @RequestParam(required = false) @Nullable String batchIssue,
            @RequestParam(required = false) @Nullable Instant submittedFrom,
            @RequestParam(required = false) @Nullable Instant submittedTo,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Claims", FILTERS);
        return list.page(
                caller,
                caller.vendorOr(vendor),
                new ClaimList.Filter(
                        state, contract, model, serial, clause, reading, quote, batchIssue, submittedFrom, submittedTo),
                cursor,
                limit);
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.VENDOR_OPS})
    @GetMapping("/{id}")
    ClaimView one(Caller caller, @PathVariable String id) {
        return ClaimView.of(access.visible(caller, id));
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.VENDOR_OPS})
    @GetMapping("/{id}/timeline")
    TimelineView timeline(Caller caller, @PathVariable String id) {
        return TimelineView.of(access.visible(caller, id));
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.WAREHOUSE, Role.VENDOR_OPS})
    @GetMapping("/{id}/decision")
    DecisionView decision(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "false") boolean history,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Locale reader = ReaderLanguage.of(lang, acceptLanguage);
        Claim claim = access.visible(caller, id);
        Set<String> ids = new LinkedHashSet<>();
        if (history) {
            claim.decisions().forEach(decision -> ids.add(decision.explanationId()));
        }
        claim.lines().stream()
                .map(ClaimLine::explanationId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return DecisionView.of(
                claim, explanations.find(ids), judge.words(claim), reader, ClaimAccess.isStaff(caller), history);
    }

    private static ResponseEntity<String> answer(Submission.Accepted accepted) {
        FirstAnswer answer = accepted.answer();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .location(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON);
        if (accepted.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.body(answer.body());
    }

    static RuntimeException notTaken(SaidCheck.Refusal refusal) {
        return unprocessable(refusal.type(), refusal.field(), refusal.title(), refusal.detail());
    }

    static RuntimeException contractUnknown(String number) {
        return unprocessable(
                "contract-unknown",
                "contractNumber",
                "The contract is not known",
                "Your company has no contract " + number
                        + " with this vendor. Check the number on the signed contract.");
    }

    static RuntimeException evidenceUnusable(List<String> ids) {
        return Problem.status(422)
                .type("evidence-unusable")
                .title("Some of the evidence cannot be used")
                .detail("It does not exist, is not your company's, or belongs to another claim. Upload it with"
                        + " POST /api/v1/evidence and name the id that you get.")
                .with("field", "evidenceIds")
                .with("evidenceIds", ids)
                .exception();
    }

    static RuntimeException modelMismatch(String field, int line, String serial, String sold, String claimed) {
        return Problem.status(422)
                .type("model-mismatch")
                .title("The unit is of another model")
                .detail("Line " + line + ": by the contract, " + serial + " is of model " + sold + "; the claim says "
                        + claimed + ". Check both on the label; units of different models need a claim each.")
                .with("field", field)
                .with("line", line)
                .with("model", sold)
                .exception();
    }

    static RuntimeException unprocessable(String type, String field, String title, String detail) {
        return Problem.status(422)
                .type(type)
                .title(title)
                .detail(detail)
                .with("field", field)
                .exception();
    }
}
