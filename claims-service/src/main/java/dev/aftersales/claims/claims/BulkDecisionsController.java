package dev.aftersales.claims.claims;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decides lines of a batch issue together, with one explanation. */
@RestController
@RequestMapping("/api/v1/claims/bulk-decisions")
class BulkDecisionsController {

    private static final int MOST_SELECTED = 1_000;

    private final BulkDecisions decisions;
    private final Claims claims;
    private final LeasedSweep sweep;
    private final Clock businessClock;

    BulkDecisionsController(
            BulkDecisions decisions,
            Claims claims,
            @Qualifier("bulkDecisionSweep") LeasedSweep sweep,
            Clock businessClock) {
        this.decisions = decisions;
        this.claims = claims;
        this.sweep = sweep;
        this.businessClock = businessClock;
    }

    /**
     * One word on lines of a batch issue: either a review or goodwill.
     *
     * @param review what is said to the suspicion that lines wait with; absent where something is granted
     * @param override what is granted beyond the verdicts; absent where lines are reviewed
     * @param reason the one explanation, for each of the lines; their customers read it with the decision
     * @param claims what it is about; absent for all lines of the issue
     */
    record BulkRequest(
            @NotBlank @Size(max = 200) String batchIssue,
            Review.@Nullable Outcome review,
            @Nullable @Valid GrantRequest override,
            @NotBlank @Size(max = 2_000) String reason,

            @Nullable @Size(min = 1, max = MOST_SELECTED) List<@NotNull @Valid SelectedRequest> claims) {}

    /**
     * What is granted.
     *
     * @param grant {@code "FULL"}, or a list of items
     * @param route of the service; absent for that of the diagnosis
     */
    record GrantRequest(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @NotEmpty @Size(max = 8)
            List<ClaimRulingsController.@NotNull Grant> grant,

            @Nullable Route route) {

        private List<ChargeItem> items() {
            return ClaimRulingsController.Grant.items(grant);
        }
    }

    /** @param lines absent for all that count in the issue */
    record SelectedRequest(
            @NotBlank @Size(max = 64) String claim,
            @Nullable @Size(min = 1, max = Claim.MAX_LINES) List<@NotNull Integer> lines) {

        private BulkDecision.Selected selected() {
            return new BulkDecision.Selected(claim, lines == null ? List.of() : lines);
        }
    }

    /** The answer is 202 also to a repeat, which finds what was ordered. */
    @Allowed({Role.ACCOUNT_MANAGER, Role.AGENT, Role.FINANCE, Role.VENDOR_OPS})
    @PostMapping
    ResponseEntity<BulkDecisionView> decide(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestParam(required = false) @Nullable String vendor,
            @Valid @RequestBody BulkRequest request) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey);
        String tenant = caller.vendorOr(vendor);
        BulkDecision.Order order = order(caller, request);
        BulkDecision asked = asked(caller, tenant, key, order, request);
        // What was ordered is answered again, also when its claims have left the issue since.
        BulkDecision kept = decisions.find(asked.id()).orElseGet(() -> {
            refuseOthers(asked);
            return decisions.ensured(asked);
        });
        if (!kept.hash().equals(asked.hash())) {
            throw Problem.status(422)
                    .type("idempotency-key-reused")
                    .title("The Idempotency-Key was used for another request")
                    .detail("A bulk decision was ordered with this key and a different body. Use a new key for a new"
                            + " one; to repeat a request, send the very same body.")
                    .with("bulkDecision", kept.id())
                    .exception();
        }
        sweep.hurry();
        return ResponseEntity.accepted()
                .location(URI.create(BulkDecisionView.href(kept)))
                .body(BulkDecisionView.of(kept));
    }

    @Allowed({Role.ACCOUNT_MANAGER, Role.AGENT, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/{bulk}")
    BulkDecisionView get(Caller caller, @PathVariable String bulk) {
        return BulkDecisionView.of(visible(caller, bulk));
    }

    /** Claim by claim, as far as it has come. */
    @Allowed({Role.ACCOUNT_MANAGER, Role.AGENT, Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/{bulk}/outcomes")
    Page<BulkDecisionView.OutcomeView> outcomes(
            Caller caller,
            @PathVariable String bulk,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        BulkDecision visible = visible(caller, bulk);
        int most = Cursor.limit(limit);
        String after = cursor == null ? "" : TextCursor.decode(cursor).text();
        return TextCursor.page(
                decisions.outcomes(visible.id(), after, most + 1),
                most,
                last -> new TextCursor(last.claim()),
                BulkDecisionView.OutcomeView::of);
    }

    /** A slip in a claim's id would be counted as done with, and decide nothing. */
    private void refuseOthers(BulkDecision asked) {
        String issue = asked.batchIssue();
        if (claims.ofBatchIssue(asked.vendor(), issue, "", 1).isEmpty()) {
            throw ClaimsController.unprocessable(
                    "batch-issue-unknown",
                    "batchIssue",
                    "No claim counts in that batch issue",
                    "GET /api/v1/batch-issues lists the issues; claims of one are linked a moment after it is detected."
                            + " Nothing was decided.");
        }
        List<String> named =
                asked.selected().stream().map(BulkDecision.Selected::claim).toList();
        Set<String> known = claims.inBatchIssue(asked.vendor(), issue, named);
        List<String> others =
                named.stream().filter(claim -> !known.contains(claim)).toList();
        if (!others.isEmpty()) {
            throw Problem.status(422)
                    .type("claim-not-in-batch-issue")
                    .title("Some of the claims are not in the batch issue")
                    .detail("No unit of the claims that are named here counts in it, or there are no such claims."
                            + " GET /api/v1/claims?batchIssue=" + issue
                            + " lists those that do. Leave out the others, or put their ids right. Nothing was"
                            + " decided.")
                    .with("field", "claims")
                    .with("claims", others)
                    .exception();
        }
    }

    private BulkDecision visible(Caller caller, String bulk) {
        return decisions
                .find(bulk)
                .filter(decision -> caller.servesVendor(decision.vendor()))
                .orElseThrow(() -> Problem.notFound("bulk decision", bulk).exception());
    }

    private BulkDecision asked(
            Caller caller, String tenant, IdempotencyKey key, BulkDecision.Order order, BulkRequest request) {
        return new BulkDecision(
                DerivedId.of("blk", tenant, caller.person(), key.value()),
                tenant,
                request.batchIssue(),
                order,
                selected(request.claims()),
                request.reason(),
                caller.person(),
                caller.roles(),
                businessClock.instant().truncatedTo(ChronoUnit.MILLIS),
                RequestHash.of(request),
                "",
                0,
                0,
                0,
                null);
    }

    /** A claim that is named several times is one, with all the lines that are named. */
    private static List<BulkDecision.Selected> selected(@Nullable List<SelectedRequest> requested) {
        return requested == null
                ? List.of()
                : List.copyOf(requested.stream()
                        .map(SelectedRequest::selected)
                        .collect(Collectors.toMap(
                                BulkDecision.Selected::claim,
                                one -> one,
                                BulkDecision.Selected::and,
                                LinkedHashMap::new))
                        .values());
    }

    private static BulkDecision.Order order(Caller caller, BulkRequest request) {
        Review.Outcome review = request.review();
        GrantRequest grant = request.override();
        if ((review == null) == (grant == null)) {
            throw ClaimsController.unprocessable(
                    "contradicts-itself",
                    "review",
                    "The decision is not one decision",
                    "Name either a review or an override, whichever the lines wait for. Nothing was decided.");
        }
        if (grant != null) {
            if (grant.grant().size() > 1 && grant.grant().contains(ClaimRulingsController.Grant.FULL)) {
                throw ClaimsController.unprocessable(
                        "contradicts-itself",
                        "override.grant",
                        "The grant contradicts itself",
                        "Grant FULL, which is all of it, or a list of items without it.");
            }
            return new BulkDecision.Order.Grant(grant.items(), grant.route());
        }
        if (!caller.is(Role.AGENT)) {
            throw Problem.status(403)
                    .type("not-yours-to-review")
                    .title("Only agents review")
                    .detail("Ask an agent to settle the suspicions, or grant goodwill, where the policy lets you.")
                    .exception();
        }
        return new BulkDecision.Order.Settle(Objects.requireNonNull(review));
    }
}
