package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.claims.Said.ConsentRequest;
import dev.aftersales.claims.claims.Said.DocumentRequest;
import dev.aftersales.contracts.PrintedCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people add to a claim on its way: more evidence, and the word of a reviewer. */
@RestController
@RequestMapping("/api/v1/claims/{id}")
class ClaimWorkController {

    private final ClaimAccess access;
    private final AddEvidence addEvidence;
    private final ReviewClaim reviewClaim;

    ClaimWorkController(ClaimAccess access, AddEvidence addEvidence, ReviewClaim reviewClaim) {
        this.access = access;
        this.addEvidence = addEvidence;
        this.reviewClaim = reviewClaim;
    }

    /**
     * What answers a request for evidence; at least one of it.
     *
     * @param contractNumber where the claim named none
     * @param unavailable items that will not come
     */
    record EvidenceRequest(
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> evidenceIds,
            @Nullable @Size(max = Claim.MAX_LINES) List<@NotNull @Valid SerialRequest> serials,
            @Nullable @Size(min = 1, max = 64) String contractNumber,
            @Nullable @Pattern(regexp = Said.SITE) String site,
            @Nullable LocalDate faultDate,
            @Nullable @Pattern(regexp = Said.CODE) String component,
            @Nullable Boolean keepParts,
            @Nullable @Size(max = 20) Map<@Pattern(regexp = Said.NAME) String, @NotBlank @Size(max = 64) String> facts,
            @Nullable @Size(max = 20) List<@NotNull @Valid ConsentRequest> consents,
            @Nullable @Size(max = ClaimDocument.MOST) List<@NotNull @Valid DocumentRequest> documents,
            @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = Said.CODE) String> unavailable) {

        AddEvidence.Addition addition() {
            return new AddEvidence.Addition(
                    Said.files(evidenceIds, documents),
                    serials == null
                            ? List.of()
                            : serials.stream()
                                    .map(unit -> new AddEvidence.UnitSerial(unit.line(), unit.serial()))
                                    .toList(),
                    contractNumber,
                    new Said(null, site, faultDate, component, keepParts, facts, consents, documents, unavailable));
        }
    }

    /** The serial of a unit of that line; a line of several units may be named several times. */
    record SerialRequest(
            @Min(1) int line,

            @NotBlank @Pattern(regexp = SubmissionRequest.SERIAL)
            String serial) {

        SerialRequest {
            serial = PrintedCode.of(serial);
        }
    }

    /**
     * The word of a reviewer.
     *
     * @param lines that it is about; absent for all that wait for a review
     * @param reason for the vendor's staff
     * @param toCustomer why, in words for the customer, who reads them with the decision
     * @param evidenceIds files that show what is confirmed; needed only where the claim has none yet
     */
    record ReviewRequest(
            @Nullable @Size(min = 1, max = Claim.MAX_LINES) List<@NotNull Integer> lines,
            @NotNull Review.Outcome outcome,
            @NotBlank @Size(max = 2_000) String reason,

            @Nullable @Size(max = 2_000) @Pattern(regexp = "(?s).*\\S.*")
            String toCustomer,

            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> evidenceIds) {

        ReviewClaim.Word word() {
            return new ReviewClaim.Word(
                    lines == null ? Set.of() : Set.copyOf(lines),
                    outcome,
                    reason,
                    toCustomer,
                    evidenceIds == null ? List.of() : List.copyOf(evidenceIds),
                    null);
        }
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT})
    @PostMapping("/evidence")
    ClaimView evidence(Caller caller, @PathVariable String id, @Valid @RequestBody EvidenceRequest request) {
        Claim claim = access.visible(caller, id);
        AddEvidence.Addition addition = request.addition();
        if (addition.evidenceIds().isEmpty()
                && addition.serials().isEmpty()
                && addition.contractNumber() == null
                && addition.said().isEmpty()) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail("One field breaks a rule.")
                    .with(
                            "errors",
                            List.of(Map.of(
                                    "field",
                                    "evidenceIds",
                                    "rule",
                                    "either",
                                    "detail",
                                    "name evidence, serials, or whatever else is asked for")))
                    .exception();
        }
        if (request.consents() != null && !request.consents().isEmpty() && ClaimAccess.isStaff(caller)) {
            throw Problem.status(403)
                    .type("consent-of-another")
                    .title("Nobody can agree for the customer")
                    .detail("Ask the customer to send the consent.")
                    .with("field", "consents")
                    .exception();
        }
        return switch (addEvidence.add(caller, claim, addition)) {
            case AddEvidence.Outcome.Added added -> ClaimView.of(added.claim());
            case AddEvidence.Outcome.NotAwaited notAwaited ->
                throw conflict("no-evidence-awaited", "No line waits for evidence", id, notAwaited.state());
            case AddEvidence.Outcome.Unusable unusable -> throw ClaimsController.evidenceUnusable(unusable.ids());
            case AddEvidence.Outcome.ContractUnknown unknown ->
                throw ClaimsController.contractUnknown(unknown.contractNumber());
            case AddEvidence.Outcome.OtherContract other ->
                throw ClaimsController.unprocessable(
                        "other-contract",
                        "contractNumber",
                        "The claim stands under another contract",
                        "It is judged under " + other.contractNumber()
                                + ". Make a claim of its own for units of another contract.");
            case AddEvidence.Outcome.NotTaken notTaken -> throw ClaimsController.notTaken(notTaken.refusal());
            case AddEvidence.Outcome.TooManyDocuments tooMany ->
                throw ClaimsController.unprocessable(
                        "too-many-documents",
                        "documents",
                        "The claim cannot have so many papers",
                        "It may have " + ClaimDocument.MOST + ". Leave out what is there already.");
            case AddEvidence.Outcome.ModelMismatch mismatch ->
                throw ClaimsController.modelMismatch(
                        "serials", mismatch.line(), mismatch.serial(), mismatch.model(), claim.model());
            case AddEvidence.Outcome.SerialRefused refused ->
                throw ClaimsController.unprocessable(
                        "serial-refused",
                        "serials",
                        "The serial cannot be given to that line",
                        "Line " + refused.line() + ": " + refused.reason() + ".");
        };
    }

    @Allowed(Role.AGENT)
    @PostMapping("/review")
    ClaimView review(Caller caller, @PathVariable String id, @Valid @RequestBody ReviewRequest request) {
        Claim claim = access.visible(caller, id);
        return switch (reviewClaim.review(caller, claim, request.word())) {
            case ReviewClaim.Outcome.Reviewed reviewed -> ClaimView.of(reviewed.claim());
            case ReviewClaim.Outcome.NotInReview notInReview ->
                throw conflict("not-in-review", "No line waits for a review", id, notInReview.state());
            case ReviewClaim.Outcome.LinesNotInReview settled ->
                throw Problem.status(409)
                        .type("not-in-review")
                        .title("Some of the lines wait for no review")
                        .detail(
                                "Nothing was reviewed. Name only lines that stand at IN_REVIEW, or none for all of them.")
                        .with("lines", settled.lines())
                        .exception();
            case ReviewClaim.Outcome.LinesUnknown unknown -> throw linesUnknown(id, unknown.lines());
            case ReviewClaim.Outcome.Unusable unusable -> throw ClaimsController.evidenceUnusable(unusable.ids());
            case ReviewClaim.Outcome.EvidenceNeeded needed ->
                throw Problem.status(422)
                        .type("evidence-needed")
                        .title("Nothing shows what is confirmed")
                        .detail("Nothing was reviewed: an exclusion needs a file beside a person's word. Upload it with"
                                + " POST /api/v1/evidence and name the id that you get in evidenceIds of the review.")
                        .with("field", "evidenceIds")
                        .with("lines", needed.lines())
                        .exception();
        };
    }

    static RuntimeException linesUnknown(String id, List<Integer> lines) {
        return Problem.status(422)
                .type("line-unknown")
                .title("The claim does not have these lines")
                .detail("Nothing was changed. GET /api/v1/claims/" + id + " shows the lines with their numbers.")
                .with("field", "lines")
                .with("lines", lines)
                .exception();
    }

    private static RuntimeException conflict(String type, String title, String id, ClaimState state) {
        return Problem.status(409)
                .type(type)
                .title(title)
                .detail("Claim " + id + " stands at " + state + ". Read its timeline to see what happened.")
                .with("state", state)
                .exception();
    }
}
