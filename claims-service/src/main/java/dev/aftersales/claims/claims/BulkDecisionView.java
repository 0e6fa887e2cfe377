package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Review;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk decision has come.
 *
 * @param review what it says to the suspicions that lines wait with; absent where it grants
 * @param grant what it grants, {@code FULL} or items; absent where it reviews
 * @param claims how many claims are done with
 * @param decided how many of their lines it decided
 * @param refused how many it could not; {@code outcomes} says why
 * @param doneAt absent while claims are left
 * @param outcomes where its outcome for each line is listed
 */
record BulkDecisionView(
        String id,
        String vendor,
        String batchIssue,
        State state,
        Review.@Nullable Outcome review,
        @Nullable List<String> grant,
        String reason,
        String by,
        Instant askedAt,
        int claims,
        int decided,
        int refused,
        @Nullable Instant doneAt,
        String outcomes) {

    enum State {
        RUNNING,
        DONE
    }

    /** One claim with the lines that it is about. */
    record OutcomeView(String claim, List<LineView> lines) {

        static OutcomeView of(BulkOutcome outcome) {
            return new OutcomeView(
                    outcome.claim(), outcome.lines().stream().map(LineView::of).toList());
        }
    }

    /** @param refusal the type of the problem that a single decision would have met; absent where the line is decided */
    record LineView(int line, boolean decided, @Nullable String refusal) {

        static LineView of(BulkOutcome.Line line) {
            return new LineView(line.line(), line.refusal() == null, line.refusal());
        }
    }

    static String href(BulkDecision bulk) {
        return "/api/v1/claims/bulk-decisions/" + bulk.id();
    }

    static BulkDecisionView of(BulkDecision bulk) {
        return new BulkDecisionView(
                bulk.id(),
                bulk.vendor(),
                bulk.batchIssue(),
                bulk.open() ? State.RUNNING : State.DONE,
                bulk.order() instanceof BulkDecision.Order.Settle settle ? settle.outcome() : null,
                bulk.order() instanceof BulkDecision.Order.Grant grant ? granted(grant) : null,
                bulk.reason(),
                bulk.by(),
                bulk.askedAt(),
                bulk.claims(),
                bulk.decided(),
                bulk.refused(),
                bulk.doneAt(),
                href(bulk) + "/outcomes");
    }

    private static List<String> granted(BulkDecision.Order.Grant grant) {
        return grant.items().isEmpty()
                ? List.of("FULL")
                : grant.items().stream().map(Enum::name).toList();
    }
}
