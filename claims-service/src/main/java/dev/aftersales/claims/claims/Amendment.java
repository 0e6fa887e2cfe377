package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** A change of a claim in the making: lines, timeline and events that end up in one write. */
final class Amendment {

    private final Claim before;
    private final Instant now;
    private final Map<Integer, ClaimLine> lines = new LinkedHashMap<>();
    private final List<EvidenceItem> evidence;
    private final List<TimelineEntry> timeline;
    private final List<Event> events = new ArrayList<>();
    private @Nullable Instant acknowledgedAt;

    /** @param now business time of what happens */
    Amendment(Claim before, Instant now) {
        this.before = before;
        this.now = now;
        this.evidence = new ArrayList<>(before.evidence());
        this.timeline = new ArrayList<>(before.timeline());
        this.acknowledgedAt = before.acknowledgedAt();
        before.lines().forEach(line -> lines.put(line.line(), line));
    }

    Claim before() {
        return before;
    }

    Instant now() {
        return now;
    }

    SequencedCollection<ClaimLine> lines() {
        return List.copyOf(lines.values());
    }

    Optional<ClaimLine> line(int number) {
        return Optional.ofNullable(lines.get(number));
    }

    void put(ClaimLine line) {
        lines.put(line.line(), line);
    }

    /** The number of the next line that is added. */
    int nextLine() {
        return lines.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    void add(List<EvidenceItem> items) {
        List<String> known = evidence.stream().map(EvidenceItem::id).toList();
        items.stream().filter(item -> !known.contains(item.id())).forEach(evidence::add);
    }

    void acknowledged(Instant at) {
        acknowledgedAt = at;
    }

    void tell(Event event) {
        events.add(event);
    }

    void note(TimelineEntry.What what, Actor actor, List<Integer> about, @Nullable String note) {
        note(what, actor, about, List.of(), null, note);
    }

    void note(
            TimelineEntry.What what,
            Actor actor,
            List<Integer> about,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {
        timeline.add(new TimelineEntry(timeline.size() + 1, now, what, actor, about, clauses, explanationId, note));
    }

    /** The claim as it stands in this amendment. */
    Claim claim() {
        return claim(before.closedAt());
    }

    /** The change; closes the claim in the same write when its last line was delivered. */
    Change<Claim> done() {
        boolean delivered = lines.values().stream().allMatch(line -> line.state() instanceof LineState.Delivered);
        if (delivered && before.closedAt() == null) {
            note(TimelineEntry.What.CLOSED, Actor.policy(before.policyVersion()), List.of(), null);
            tell(new ClaimClosed(before.id(), before.vendor(), before.customer(), now));
            return new Change<>(claim(now), events);
        }
        return new Change<>(claim(), events);
    }

    private Claim claim(@Nullable Instant closedAt) {
        return new Claim(
                before.id(),
                before.vendor(),
                before.organisation(),
                before.customer(),
                before.submittedBy(),
                before.submittedAt(),
                before.policyVersion(),
                before.contractNumber(),
                before.model(),
                before.faultCode(),
                before.description(),
                before.declaredCause(),
                evidence,
                List.copyOf(lines.values()),
                acknowledgedAt,
                closedAt,
                timeline,
                before.firstAnswer());
    }
}
