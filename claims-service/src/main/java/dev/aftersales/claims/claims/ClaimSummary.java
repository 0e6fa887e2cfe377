package dev.aftersales.claims.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim as it stands in a list. */
record ClaimSummary(
        String id,
        String vendor,
        String organisation,
        ClaimState state,
        @Nullable String contractNumber,
        @Nullable String soldUnder,
        String model,
        String faultCode,
        int lines,
        String policyVersion,
        Instant submittedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt) {

    static ClaimSummary of(Claim claim) {
        return new ClaimSummary(
                claim.id(),
                claim.vendor(),
                claim.organisation(),
                claim.state(),
                claim.contractNumber(),
                claim.soldUnder(),
                claim.model(),
                claim.faultCode(),
                claim.lines().size(),
                claim.policyVersion(),
                claim.submittedAt(),
                claim.acknowledgedAt(),
                claim.closedAt());
    }
}
