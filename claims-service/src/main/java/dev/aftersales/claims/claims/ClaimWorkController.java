package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.Review;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

    /** Files, serials, or both. */
    record EvidenceRequest(
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> evidenceIds,
            @Nullable @Size(max = Claim.MAX_LINES) List<@NotNull @Valid SerialRequest> serials) {}

    /** The serial of a unit of that line; a line of several units may be named several times. */
    record SerialRequest(
            @Min(1) int line,

            @NotBlank @Pattern(regexp = SubmissionRequest.SERIAL)
            String serial) {}

    /**
     * The word of a reviewer.
     *
     * @param lines that it is about; absent for all that wait for a review
     */
    record ReviewRequest(
            @Nullable @Size(min = 1, max = Claim.MAX_LINES) List<@NotNull Integer> lines,
            @NotNull Review.Outcome outcome,
            @NotBlank @Size(max = 2_000) String reason) {}

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT})
    @PostMapping("/evidence")
    ClaimView evidence(Caller caller, @PathVariable String id, @Valid @RequestBody EvidenceRequest request) {
        Claim claim = access.visible(caller, id);
        List<String> ids = request.evidenceIds() == null
                ? List.of()
                : request.evidenceIds().stream().distinct().toList();
        List<AddEvidence.UnitSerial> serials = request.serials() == null
                ? List.of()
                : request.serials().stream()
                        .map(unit -> new AddEvidence.UnitSerial(unit.line(), unit.serial()))
                        .toList();
        if (ids.isEmpty() && serials.isEmpty()) {
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
                                    "name evidence, serials, or both")))
                    .exception();
        }
        return switch (addEvidence.add(caller, claim, ids, serials)) {
            case AddEvidence.Outcome.Added added -> ClaimView.of(added.claim());
            case AddEvidence.Outcome.NotAwaited notAwaited ->
                throw conflict("no-evidence-awaited", "No line waits for evidence", id, notAwaited.state());
            case AddEvidence.Outcome.Unusable unusable -> throw ClaimsController.evidenceUnusable(unusable.ids());
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
        Set<Integer> lines = request.lines() == null ? Set.of() : Set.copyOf(request.lines());
        return switch (reviewClaim.review(caller, claim.id(), lines, request.outcome(), request.reason())) {
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
            case ReviewClaim.Outcome.LinesUnknown unknown ->
                throw Problem.status(422)
                        .type("line-unknown")
                        .title("The claim does not have these lines")
                        .detail("Nothing was reviewed. GET /api/v1/claims/" + id
                                + " shows the lines with their numbers.")
                        .with("field", "lines")
                        .with("lines", unknown.lines())
                        .exception();
        };
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
