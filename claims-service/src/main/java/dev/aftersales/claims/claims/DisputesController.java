package dev.aftersales.claims.claims;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.claims.Said.DocumentRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What customers contest of a decision, and how people decided that. */
@RestController
@RequestMapping("/api/v1/claims/{id}/disputes")
class DisputesController {

    private final ClaimAccess access;
    private final Disputing disputing;

    DisputesController(ClaimAccess access, Disputing disputing) {
        this.access = access;
        this.disputing = disputing;
    }

    /**
     * A customer contests clauses.
     *
     * @param lines whose verdict is contested
     * @param clauses that stand against all of these lines
     * @param evidenceIds files that are new
     * @param documents papers that are new
     */
    record DisputeRequest(
            @NotEmpty @Size(max = Claim.MAX_LINES) Set<@NotNull Integer> lines,
            @NotEmpty @Size(max = 50) Set<@NotNull @Pattern(regexp = "[A-Z][A-Za-z0-9.-]{0,31}") String> clauses,
            @NotBlank @Size(max = 4_000) String statement,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> evidenceIds,
            @Nullable @Size(max = 20) List<@NotNull @Valid DocumentRequest> documents) {}

    /**
     * The word of the person who decides.
     *
     * @param reason for the customer, who reads it
     */
    record DecisionRequest(
            @NotNull Dispute.Outcome outcome,
            @NotBlank @Size(max = 2_000) String reason) {}

    @Allowed(Role.CUSTOMER)
    @PostMapping
    ResponseEntity<DisputeView> dispute(
            Caller caller, @PathVariable String id, @Valid @RequestBody DisputeRequest request) {
        Claim claim = access.visible(caller, id);
        Disputing.Contest contest = new Disputing.Contest(
                request.lines(),
                request.clauses(),
                request.statement(),
                Said.files(request.evidenceIds(), request.documents()),
                request.documents());
        Disputing.Outcome.Disputed disputed = disputed(id, disputing.dispute(caller, claim, contest));
        URI location = URI.create("/api/v1/claims/" + claim.id() + "/disputes");
        return (disputed.anew() ? ResponseEntity.created(location) : ResponseEntity.ok())
                .body(DisputeView.of(disputed.dispute()));
    }

    @Allowed({Role.CUSTOMER, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN, Role.VENDOR_OPS})
    @GetMapping
    Page<DisputeView> list(Caller caller, @PathVariable String id) {
        return new Page<>(
                access.visible(caller, id).disputes().stream()
                        .map(DisputeView::of)
                        .toList(),
                null);
    }

    @Allowed(Role.AGENT)
    @PostMapping("/{dispute}/decision")
    DisputeView decide(
            Caller caller,
            @PathVariable String id,
            @PathVariable int dispute,
            @Valid @RequestBody DecisionRequest request) {
        Claim claim = access.visible(caller, id);
        return DisputeView.of(
                disputed(id, disputing.decide(caller, claim.id(), dispute, request.outcome(), request.reason()))
                        .dispute());
    }

    private static Disputing.Outcome.Disputed disputed(String id, Disputing.Outcome outcome) {
        return switch (outcome) {
            case Disputing.Outcome.Disputed disputed -> disputed;
            case Disputing.Outcome.LinesUnknown unknown -> throw ClaimWorkController.linesUnknown(id, unknown.lines());
            case Disputing.Outcome.LinesNotAnswered notAnswered ->
                throw Problem.status(409)
                        .type("nothing-to-dispute")
                        .title("Some of the lines cannot be disputed")
                        .detail("Only a line whose verdict leaves you something to pay, or sends you elsewhere, can be"
                                + " disputed, and only while no dispute about it is open and no service has begun."
                                + " Nothing was changed.")
                        .with("lines", notAnswered.lines())
                        .exception();
            case Disputing.Outcome.ClausesNotAgainst others ->
                throw Problem.status(422)
                        .type("clause-not-against")
                        .title("Some of the clauses do not stand against these lines")
                        .detail("Name clauses that the decision holds against every one of the lines; against names"
                                + " them. GET /api/v1/claims/" + id + "/decision shows each.")
                        .with("field", "clauses")
                        .with("clauses", others.clauses())
                        .with("against", others.against())
                        .exception();
            case Disputing.Outcome.Unusable unusable -> throw ClaimsController.evidenceUnusable(unusable.ids());
            case Disputing.Outcome.NothingNew nothing ->
                throw ClaimsController.unprocessable(
                        "nothing-new",
                        "evidenceIds",
                        "The dispute brings nothing new",
                        "Bring a file or a paper that was not there when the verdict was given.");
            case Disputing.Outcome.NotTaken notTaken -> throw ClaimsController.notTaken(notTaken.refusal());
            case Disputing.Outcome.TooMany tooMany ->
                throw Problem.status(409)
                        .type("too-many-disputes")
                        .title("The claim has " + Dispute.MOST + " disputes")
                        .detail("It can have no more. Contact the vendor.")
                        .exception();
            case Disputing.Outcome.Unknown unknown ->
                throw Problem.notFound("dispute", "of claim " + id).exception();
            case Disputing.Outcome.DecidedAlready decided ->
                throw Problem.status(409)
                        .type("dispute-decided")
                        .title("The dispute is decided")
                        .detail("It was decided before, in another way or by somebody else. The customer can bring a"
                                + " new dispute with new evidence.")
                        .with("dispute", decided.dispute().number())
                        .exception();
        };
    }
}
