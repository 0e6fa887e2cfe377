package dev.aftersales.claims.claims;

import dev.aftersales.claims.quotes.Unpriced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it stands in a list.
 *
 * @param quoteWaits why quotes that the customer asked for wait for a person; absent when none does
 */
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
        @Nullable Instant closedAt,
        @Nullable List<QuoteWait> quoteWaits) {

    /** A line whose quote waits for a person, and what of it has no price. */
    record QuoteWait(int line, Instant since, List<Unpriced> unpriced) {}

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
                claim.closedAt(),
                waits(claim));
    }

    private static @Nullable List<QuoteWait> waits(Claim claim) {
        List<QuoteWait> waits = new ArrayList<>();
        for (ClaimLine line : claim.lines()) {
            Instant since = line.quoteRequestedAt();
            if (since != null && line.awaitsQuote() && !line.unpriced().isEmpty()) {
                waits.add(new QuoteWait(line.line(), since, line.unpriced()));
            }
        }
        return waits.isEmpty() ? null : waits;
    }
}
