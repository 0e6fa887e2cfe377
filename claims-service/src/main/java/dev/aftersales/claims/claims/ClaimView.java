package dev.aftersales.claims.claims;

import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.claims.quotes.Unpriced;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim in full, for a reader who may see it. */
record ClaimView(
        String id,
        String vendor,
        String organisation,
        ClaimState state,
        @Nullable String contractNumber,
        @Nullable String soldUnder,
        String model,
        String faultCode,
        String description,
        @Nullable String declaredCause,
        @Nullable Particulars said,
        @Nullable List<ClaimDocument> documents,
        List<String> evidenceIds,
        String policyVersion,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        @Nullable List<BatchIssueView> batchIssues,
        List<LineView> lines) {

    /**
     * A batch issue in which lines of the claim count, or counted until it was closed.
     *
     * @param closedAs what; absent while it is open, and where that was not said
     * @param closedAt absent while it is open
     */
    record BatchIssueView(
            String id,
            List<Integer> lines,
            @Nullable ResolutionKind closedAs,
            @Nullable Instant closedAt) {

        private static BatchIssueView of(BatchLink link) {
            BatchLink.Over over = link.over();
            return new BatchIssueView(
                    link.batchIssue(), link.lines(), over == null ? null : over.as(), over == null ? null : over.at());
        }

        /** Absent where there is none. */
        static @Nullable List<BatchIssueView> of(Claim claim) {
            List<BatchIssueView> issues = claim.batchLinks().stream()
                    .map(BatchIssueView::of)
                    .filter(issue -> !issue.lines().isEmpty())
                    .toList();
            return issues.isEmpty() ? null : issues;
        }
    }

    /**
     * One line; {@code quoteRoute} only where the policy does not pay for all, {@code quoteRequested} while the customer waits for one since
     * then, {@code unpriced} where that waits for a person and why, {@code goodwill} where something was granted
     * beside the verdict, {@code paidByQuote} where the customer pays, {@code dispute} while one is open, the shipment only once there is one.
     */
    record LineView(
            int line,
            @Nullable String serial,
            int quantity,
            Stage state,
            @Nullable Verdict verdict,
            @Nullable Route route,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String cause,
            @Nullable CauseStatus causeStatus,
            @Nullable List<PartQuantity> parts,
            @Nullable String quoteRoute,
            @Nullable Instant quoteRequested,
            @Nullable List<Unpriced> unpriced,
            @Nullable Boolean goodwill,
            @Nullable Integer dispute,
            @Nullable Integer paidByQuote,
            @Nullable String shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        static LineView of(Claim claim, ClaimLine line) {
            Conclusion conclusion = line.conclusion();
            LineState state = line.state();
            LineState.@Nullable Dispatched dispatched = state instanceof LineState.Dispatched d ? d : null;
            return new LineView(
                    line.line(),
                    line.serial(),
                    line.quantity(),
                    state.stage(),
                    line.verdict(),
                    route(state),
                    line.clauses(),
                    line.explanationId(),
                    conclusion == null ? null : conclusion.diagnosis().cause(),
                    conclusion == null ? null : conclusion.causeStatus(),
                    conclusion == null ? null : conclusion.parts(),
                    quoteRoute(state),
                    line.awaitsQuote() ? line.quoteRequestedAt() : null,
                    line.awaitsQuote() && !line.unpriced().isEmpty() ? line.unpriced() : null,
                    line.goodwill() == null ? null : true,
                    state instanceof LineState.Disputed disputed ? disputed.dispute() : null,
                    claim.paidBy(line.line()).map(Quote::number).orElse(null),
                    shipment(state),
                    dispatched == null ? null : dispatched.carrier(),
                    dispatched == null ? null : dispatched.trackingNumber());
        }

        static @Nullable String quoteRoute(LineState state) {
            return switch (state) {
                case LineState.Quoted quoted -> quoteRoute(quoted.before());
                case LineState.NotCovered notCovered -> notCovered.quoteRoute();
                case LineState.PartlyCovered partly -> partly.quoteRoute();
                case LineState.Disputed disputed -> quoteRoute(disputed.before());
                case LineState.Redirected redirected -> null;
                case LineState.Undecided undecided -> null;
                case LineState.PaymentAwaited awaited -> null;
                case LineState.InService service -> null;
                case LineState.Expired expired -> null;
            };
        }

        private static @Nullable Route route(LineState state) {
            return switch (state) {
                case LineState.Authorised authorised -> authorised.route();
                // Everything further on is the way of the parts.
                case LineState.InService service -> Route.PARTS;
                case LineState.PaymentAwaited awaited -> awaited.route();
                case LineState.Undecided undecided -> null;
                case LineState.Answered answered -> null;
                case LineState.Expired expired -> null;
            };
        }

        private static @Nullable String shipment(LineState state) {
            return switch (state) {
                case LineState.Backordered backordered -> backordered.shipmentId();
                case LineState.Reserved reserved -> reserved.shipmentId();
                case LineState.Released released -> released.shipmentId();
                case LineState.Dispatched dispatched -> dispatched.shipmentId();
                case LineState.Delivered delivered -> delivered.shipmentId();
                case LineState.Authorised authorised -> null;
                case LineState.PaymentAwaited awaited -> null;
                case LineState.Undecided undecided -> null;
                case LineState.Answered answered -> null;
                case LineState.Expired expired -> null;
            };
        }
    }

    static ClaimView of(Claim claim) {
        return new ClaimView(
                claim.id(),
                claim.vendor(),
                claim.organisation(),
                claim.state(),
                claim.contractNumber(),
                claim.soldUnder(),
                claim.model(),
                claim.faultCode(),
                claim.description(),
                claim.declaredCause(),
                claim.particulars().equals(Particulars.NONE) ? null : claim.particulars(),
                claim.documents().isEmpty() ? null : claim.documents(),
                claim.evidenceIds(),
                claim.policyVersion(),
                claim.submittedBy(),
                claim.submittedAt(),
                claim.acknowledgedAt(),
                claim.closedAt(),
                BatchIssueView.of(claim),
                claim.lines().stream().map(line -> LineView.of(claim, line)).toList());
    }
}
