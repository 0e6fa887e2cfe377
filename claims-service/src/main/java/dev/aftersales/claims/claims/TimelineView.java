package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that happened to a claim, oldest first. */
record TimelineView(String claimId, ClaimState state, List<EntryView> entries) {

    /** One thing that happened. */
    record EntryView(
            int seq,
            Instant time,
            TimelineEntry.What what,
            Actor by,
            @Nullable List<Integer> lines,
            @Nullable List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {}

    static TimelineView of(Claim claim) {
        return new TimelineView(
                claim.id(),
                claim.state(),
                claim.timeline().stream().map(TimelineView::entry).toList());
    }

    private static EntryView entry(TimelineEntry entry) {
        return new EntryView(
                entry.seq(),
                entry.time(),
                entry.what(),
                entry.actor(),
                entry.lines().isEmpty() ? null : entry.lines(),
                entry.clauses().isEmpty() ? null : entry.clauses(),
                entry.explanationId(),
                entry.note());
    }
}
