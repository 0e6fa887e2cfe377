package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim in full, for a reader who may see it. */
record ClaimView(
        String id,
        String vendor,
        String organisation,
        ClaimState state,
        String contractNumber,
        String model,
        String faultCode,
        String description,
        @Nullable String declaredCause,
        List<String> evidenceIds,
        String policyVersion,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        List<LineView> lines) {

    /** One line; {@code quoteRoute} only where the policy does not pay, the shipment only once there is one. */
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
            @Nullable String shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber) {

        static LineView of(ClaimLine line) {
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
                    state instanceof LineState.NotCovered notCovered ? notCovered.quoteRoute() : null,
                    shipment(state),
                    dispatched == null ? null : dispatched.carrier(),
                    dispatched == null ? null : dispatched.trackingNumber());
        }

        private static @Nullable Route route(LineState state) {
            return switch (state) {
                case LineState.Authorised authorised -> authorised.route();
                // Everything further on is the way of the parts.
                case LineState.InService service -> Route.PARTS;
                case LineState.Undecided undecided -> null;
                case LineState.NotCovered notCovered -> null;
                case LineState.Redirected redirected -> null;
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
                case LineState.Undecided undecided -> null;
                case LineState.NotCovered notCovered -> null;
                case LineState.Redirected redirected -> null;
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
                claim.model(),
                claim.faultCode(),
                claim.description(),
                claim.declaredCause(),
                claim.evidenceIds(),
                claim.policyVersion(),
                claim.submittedBy(),
                claim.submittedAt(),
                claim.acknowledgedAt(),
                claim.closedAt(),
                claim.lines().stream().map(LineView::of).toList());
    }
}
