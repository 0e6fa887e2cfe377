package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The batch rules as the policies topic tells them, and which of them a task has applied to what it holds. */
final class PublishedRules {

    /** All policy versions that were ever published; every instance holds all of them, some dozens. */
    static final String VERSIONS = "policies";

    private static final String APPLIED = "applied-rules";

    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<PublishedPolicy>> versions;

    /** By vendor. */
    private final Section<Applied> applied;

    private RuleBook book = RuleBook.EMPTY;
    private long read = -1;
    private Instant unchangedUntil = Instant.MIN;

    PublishedRules(StateStores stores, ProcessorContext<?, ?> context, String store) {
        versions = context.getStateStore(VERSIONS);
        applied = stores.section(context, store, APPLIED, Applied.class);
    }

    /** The rules of all versions that are known. */
    RuleBook now() {
        long known = versions.approximateNumEntries();
        if (known != read) {
            read(known);
        }
        return book;
    }

    /** Whether {@link #changed} has to be asked before anything is counted; costs next to nothing. */
    boolean mayHaveChanged(Instant now) {
        return versions.approximateNumEntries() != read || !now.isBefore(unchangedUntil);
    }

    /** From when on each vendor's rules are others than the groups were held against; each change is named once. */
    Map<String, Instant> changed(Instant now) {
        // A version that is given up, or told again, replaces its own record, which no count shows.
        read(versions.approximateNumEntries());
        unchangedUntil = book.nextChange(now);
        Map<String, Instant> changed = new HashMap<>();
        for (String vendor : book.vendors()) {
            Applied before = applied.get(vendor);
            List<PolicyRules> takenEffect = book.takenEffect(vendor, now);
            Applied after = Applied.of(takenEffect);
            if (!after.equals(before)) {
                applied.put(vendor, after);
                takenEffect.stream()
                        .filter(version -> before == null || !before.holds(version))
                        .map(PolicyRules::effectiveFrom)
                        .min(Comparator.naturalOrder())
                        .ifPresent(from -> changed.put(vendor, from));
            }
        }
        return changed;
    }

    /**
     * What the groups of a task have been held against.
     *
     * @param rules in words that are the same in every process, by policy version: a version may be told again with rules
     *     that were not told before
     */
    record Applied(Map<String, String> rules) {

        static Applied of(List<PolicyRules> versions) {
            Map<String, String> rules = new HashMap<>();
            versions.forEach(version ->
                    rules.put(version.policyVersion(), version.rules().toString()));
            return new Applied(rules);
        }

        boolean holds(PolicyRules version) {
            return version.rules().toString().equals(rules.get(version.policyVersion()));
        }
    }

    private void read(long known) {
        List<PolicyRules> found = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<PublishedPolicy>> all = versions.all()) {
            all.forEachRemaining(one -> one.value.value().rules().ifPresent(found::add));
        }
        book = RuleBook.of(found);
        read = known;
    }
}
