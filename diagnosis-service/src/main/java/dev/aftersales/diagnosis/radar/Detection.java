package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.ReachedBy;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the moment at which a group became a batch: the event that made it enough (A4.7, reading A?8).
 *
 * @param at the moment: when the unit was claimed by which there were enough, or came to the group after that; or from
 *     which a policy asks for fewer
 * @param from the first moment whose claims are counted in
 * @param by what happened then
 * @param policyVersion that was in force then
 * @param rule by which it is one
 */
record Detection(Instant at, Instant from, ReachedBy by, String policyVersion, BatchRule rule) {

    /**
     * The earliest moment of a span at which there were enough units: at which what came to the group completed a window,
     * or at which a rule began by which the window that ended then was enough. Units count in windows by when they were
     * claimed, and as soon as they are in the group. What was claimed before, heard late or moved late, may complete a
     * window at any moment since, so that more than its own has to be looked at.
     *
     * @param entries of the group, in any order
     * @param first of the span, included
     * @param last of the span, included
     */
    static Optional<Detection> in(Collection<Entry> entries, RuleBook.OfGroup rules, Instant first, Instant last) {
        List<Entry> claimed =
                entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
        List<Instant> came = claimed.stream()
                .map(Entry::since)
                .filter(since -> !since.isBefore(first) && !since.isAfter(last))
                .distinct()
                .sorted()
                .toList();
        TreeSet<Instant> changes = new TreeSet<>(rules.changes(first, last));
        TreeSet<Instant> begins = new TreeSet<>(changes);
        begins.add(first);
        for (Instant begin : begins) {
            RuleBook.InForce rule = rules.at(begin).orElse(null);
            if (rule == null) {
                continue;
            }
            if (changes.contains(begin) && isEnough(claimed, rule.rule(), begin)) {
                return Optional.of(by(rule, begin, begin, ReachedBy.POLICY));
            }
            Instant end = begins.higher(begin);
            List<Instant> within = came.stream()
                    .filter(since -> !since.isBefore(begin) && (end == null || since.isBefore(end)))
                    .toList();
            Optional<Detection> completed = completed(claimed, rule, begin, within);
            if (completed.isPresent()) {
                return completed;
            }
        }
        return Optional.empty();
    }

    /** Whether the window is enough that ends with the moment at which the rule begins. */
    private static boolean isEnough(List<Entry> claimed, BatchRule rule, Instant begin) {
        List<Entry> there =
                claimed.stream().filter(one -> !one.since().isAfter(begin)).toList();
        return Tally.of(there, begin.minus(rule.window()), begin).units() >= rule.units();
    }

    /** What was enough at one of the moments is at each later one: the first is found by halves. */
    private static Optional<Detection> completed(
            List<Entry> claimed, RuleBook.InForce rule, Instant begin, List<Instant> moments) {
        if (moments.isEmpty() || endOfEnough(claimed, rule.rule(), begin, moments.getLast()) == null) {
            return Optional.empty();
        }
        int tooEarly = -1;
        int enough = moments.size() - 1;
        while (enough - tooEarly > 1) {
            int middle = (tooEarly + enough) / 2;
            if (endOfEnough(claimed, rule.rule(), begin, moments.get(middle)) == null) {
                tooEarly = middle;
            } else {
                enough = middle;
            }
        }
        Instant moment = moments.get(enough);
        Instant end = endOfEnough(claimed, rule.rule(), begin, moment);
        return end == null ? Optional.empty() : Optional.of(by(rule, moment, end, whatCame(claimed, moment)));
    }

    /** Where a claim and a move fall on one millisecond, the claim is told: it would have been enough, whichever moved. */
    private static ReachedBy whatCame(List<Entry> claimed, Instant moment) {
        return claimed.stream()
                        .anyMatch(one -> one.since().equals(moment) && one.at().equals(moment))
                ? ReachedBy.CLAIM
                : ReachedBy.MOVE;
    }

    private static Detection by(RuleBook.InForce rule, Instant moment, Instant end, ReachedBy what) {
        return new Detection(moment, end.minus(rule.rule().window()), what, rule.policyVersion(), rule.rule());
    }

    /**
     * Where the earliest window ends that is enough by what was in the group at that moment, and holds something that came
     * since the rule's beginning: what there was before was judged by the rule of before. Absent where there is none.
     *
     * @param claimed in the order of their claims
     */
    private static @Nullable Instant endOfEnough(List<Entry> claimed, BatchRule rule, Instant begin, Instant moment) {
        List<Entry> there =
                claimed.stream().filter(one -> !one.since().isAfter(moment)).toList();
        Sliding window = new Sliding(begin);
        int first = 0;
        for (Entry last : there) {
            window.add(last, 1);
            Instant from = last.at().minus(rule.window());
            while (there.get(first).at().isBefore(from)) {
                window.add(there.get(first++), -1);
            }
            if (window.came > 0 && window.units() >= rule.units()) {
                return last.at();
            }
        }
        return null;
    }

    /** The units of a window that moves: each serial once, and quantities of lines that have none. */
    private static final class Sliding {
        private final Instant begin;
        private final Map<String, Integer> serials = new HashMap<>();
        private long unverified;
        private int came;

        Sliding(Instant begin) {
            this.begin = begin;
        }

        /** @param times 1 for an entry that comes in, -1 for one that goes out */
        void add(Entry entry, int times) {
            came += entry.since().isBefore(begin) ? 0 : times;
            if (entry.serial() == null) {
                unverified += (long) times * entry.quantity();
            } else {
                serials.merge(entry.serial(), times, (some, more) -> some + more == 0 ? null : some + more);
            }
        }

        long units() {
            return serials.size() + unverified;
        }
    }
}
