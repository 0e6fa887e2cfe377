package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that happened to a claim, oldest first. */
record TimelineView(String claimId, ClaimState state, List<EntryView> entries) {

    /** One thing that happened; {@code by} has no id where the reader may not know who of the vendor's staff it was. */
    record EntryView(
            int seq,
            Instant time,
            TimelineEntry.What what,
            ActorView by,
            @Nullable List<Integer> lines,
            @Nullable List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {}

    /** Who did it. */
    record ActorView(Actor.Kind kind, @Nullable String id) {}

    static TimelineView of(Claim claim, boolean readerIsStaff) {
        return new TimelineView(
                claim.id(),
                claim.state(),
                claim.timeline().stream()
                        .map(entry -> entry(entry, readerIsStaff))
                        .toList());
    }

    private static EntryView entry(TimelineEntry entry, boolean readerIsStaff) {
        Actor actor = entry.actor();
        return new EntryView(
                entry.seq(),
                entry.time(),
                entry.what(),
                new ActorView(actor.kind(), readerIsStaff || !isStaff(actor) ? actor.id() : null),
                entry.lines().isEmpty() ? null : entry.lines(),
                entry.clauses().isEmpty() ? null : entry.clauses(),
                entry.explanationId(),
                entry.note());
    }

    private static boolean isStaff(Actor actor) {
        return switch (actor.kind()) {
            case ACCOUNT_MANAGER, AGENT, TECHNICIAN -> true;
            case CUSTOMER, CATALOGUE, POLICY, DIAGNOSIS, LOGISTICS, NOTIFICATION -> false;
        };
    }
}
