package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.radar.CountedLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes down at claims which of their units count in a batch issue (A4.7). */
public final class LinkBatchIssue {

    private static final Actor DIAGNOSIS = new Actor(Actor.Kind.DIAGNOSIS, "diagnosis-service");

    private final Claims claims;

    LinkBatchIssue(Claims claims) {
        this.claims = claims;
    }

    /**
     * Takes down what an event of an issue says of units, in one write for each claim. Each unit keeps the sequence of the
     * event that said so last; that is the guard, and not the last event that the claim has heard: a redrive brings an event
     * after those that followed it, and it may be the only one that names some of the units.
     *
     * @param came units that count; of one that went as well, this holds
     * @param went units that count no more
     */
    public Linked link(Received<?> event, String batchIssue, List<CountedLine> came, List<CountedLine> went) {
        Map<String, Map<BatchLink.Which, BatchLink.Unit>> words = words(event, came, went);
        Set<String> named = came.stream().map(CountedLine::claimId).collect(Collectors.toSet());
        Set<CustomerRef> customers = new LinkedHashSet<>();
        boolean allThere = true;
        for (Map.Entry<String, Map<BatchLink.Which, BatchLink.Unit>> of : words.entrySet()) {
            Optional<Claim> claim =
                    linked(event, batchIssue, of.getKey(), of.getValue().values());
            allThere &= claim.isPresent();
            claim.filter(one -> named.contains(one.id())).ifPresent(one -> customers.add(one.customer()));
        }
        return new Linked(customers, allThere);
    }

    /**
     * What was linked.
     *
     * @param customers of the claims of which units came, each once
     * @param complete whether every claim exists, and is the vendor's
     */
    public record Linked(Set<CustomerRef> customers, boolean complete) {

        /**
         * Whoever has done with the others says so.
         *
         * @throws IllegalStateException when it is not complete: the event belongs among the dead letters then
         */
        public void orThrow() {
            if (!complete) {
                throw new IllegalStateException("the event names a claim that does not exist, or is another vendor's");
            }
        }
    }

    private static Map<String, Map<BatchLink.Which, BatchLink.Unit>> words(
            Received<?> event, List<CountedLine> came, List<CountedLine> went) {
        long sequence = Objects.requireNonNull(event.sequence(), "events of batch issues have a sequence");
        Map<String, Map<BatchLink.Which, BatchLink.Unit>> words = new LinkedHashMap<>();
        went.forEach(line -> add(words, line, sequence, false));
        came.forEach(line -> add(words, line, sequence, true));
        return words;
    }

    private static void add(
            Map<String, Map<BatchLink.Which, BatchLink.Unit>> words, CountedLine line, long sequence, boolean counts) {
        BatchLink.Unit unit = new BatchLink.Unit(line.line(), line.serial(), line.quantity(), sequence, counts);
        words.computeIfAbsent(line.claimId(), any -> new LinkedHashMap<>()).put(unit.which(), unit);
    }

    private Optional<Claim> linked(
            Received<?> event, String batchIssue, String claimId, Collection<BatchLink.Unit> words) {
        return claims.decided(
                        claimId,
                        claim -> claim.vendor().equals(event.vendor())
                                ? heard(claim, batchIssue, words, event.time().truncatedTo(ChronoUnit.MILLIS))
                                : Decision.refuse(false))
                .filter(claim -> claim.vendor().equals(event.vendor()));
    }

    private static Decision<Claim, Boolean> heard(
            Claim claim, String batchIssue, Collection<BatchLink.Unit> words, Instant at) {
        BatchLink before = claim.batchLink(batchIssue).orElseGet(() -> BatchLink.first(batchIssue, at));
        BatchLink after = before.hearing(words);
        if (after.equals(before)) {
            return Decision.refuse(false);
        }
        Amendment amendment = new Amendment(claim, at);
        amendment.batchLinks(with(claim, before, after));
        note(amendment, TimelineEntry.What.BATCH_ISSUE_LINKED, without(after.lines(), before.lines()), batchIssue);
        note(amendment, TimelineEntry.What.BATCH_ISSUE_LEFT, without(before.lines(), after.lines()), batchIssue);
        return Decision.commit(amendment.done().state(), true);
    }

    /** Takes down at a claim that the issue is closed: it does not look open for ever. Repeatable. */
    public void close(String claimId, String batchIssue, BatchLink.Over over) {
        claims.decided(claimId, claim -> {
            BatchLink before = claim.batchLink(batchIssue).orElse(null);
            BatchLink after = before == null ? null : before.closed(over);
            if (before == null || after == null || after.equals(before)) {
                return Decision.refuse(false);
            }
            Amendment amendment = new Amendment(claim, over.at());
            amendment.batchLinks(with(claim, before, after));
            note(
                    amendment,
                    TimelineEntry.What.BATCH_ISSUE_CLOSED,
                    after.lines(),
                    over.as() == null ? batchIssue : batchIssue + " " + over.as());
            return Decision.commit(amendment.done().state(), true);
        });
    }

    private static List<BatchLink> with(Claim claim, BatchLink before, BatchLink after) {
        List<BatchLink> links = new ArrayList<>(claim.batchLinks());
        if (links.contains(before)) {
            links.set(links.indexOf(before), after);
        } else {
            links.add(after);
        }
        return links;
    }

    private static void note(Amendment amendment, TimelineEntry.What what, List<Integer> lines, String batchIssue) {
        if (!lines.isEmpty()) {
            amendment.note(what, DIAGNOSIS, lines, batchIssue);
        }
    }

    private static List<Integer> without(List<Integer> lines, List<Integer> others) {
        Set<Integer> known = Set.copyOf(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }
}
