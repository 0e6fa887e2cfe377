package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks for the moment at which a group became a batch.
 *
 * @param at the moment: that of the claim by which there were enough, or from which a policy asks for fewer
 * @param from the first moment whose claims are counted in
 * @param policyVersion that was in force then
 * @param rule by which it is one
 */
record Detection(Instant at, Instant from, String policyVersion, BatchRule rule) {

    /**
     * The earliest moment of a span at which the window that ends then holds enough units. A claim that was heard late may
     * complete a window that ended long after it, so that more than its own moment has to be looked at.
     *
     * @param entries of the group, in any order
     * @param first of the span, included
     * @param last of the span, included
     */
    static Optional<Detection> in(Collection<Entry> entries, RuleBook.OfGroup rules, Instant first, Instant last) {
        TreeSet<Instant> moments = new TreeSet<>(rules.changes(first, last));
        for (Entry entry : entries) {
            if (!entry.at().isBefore(first) && !entry.at().isAfter(last)) {
                moments.add(entry.at());
            }
        }
        for (Instant moment : moments) {
            Optional<RuleBook.InForce> found = rules.at(moment);
            if (found.isPresent()) {
                BatchRule rule = found.get().rule();
                Instant from = moment.minus(rule.window());
                if (Tally.of(entries, from, moment).units() >= rule.units()) {
                    return Optional.of(new Detection(moment, from, found.get().policyVersion(), rule));
                }
            }
        }
        return Optional.empty();
    }
}
