package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Groups that are still to be held against rules that changed. A vendor may have a hundred thousand of them: they are taken
 * in turns, because alarms wait for the end of whatever is done at once, and a transaction has its time.
 */
final class RuleChanges {

    /** So many groups in a turn: some 20 ms. */
    private static final int MOST_GROUPS = 200;

    private static final String BEHIND = "rule-changes";

    private final Books books;
    private final Section<Behind> kept;

    /** What is kept, by vendor: asked with each unit. */
    private final Map<String, Behind> behind = new HashMap<>();

    RuleChanges(StateStores stores, ProcessorContext<?, ?> context, String store, Books books) {
        this.books = books;
        kept = stores.section(context, store, BEHIND, Behind.class);
        try (KeyValueIterator<String, Behind> all = kept.all()) {
            while (all.hasNext()) {
                KeyValue<String, Behind> one = all.next();
                behind.put(one.key, one.value);
            }
        }
    }

    /**
     * How far a vendor's groups are.
     *
     * @param since when the first rule changed that they are not held against
     * @param after the last group that is; ids are in the order of their text
     */
    record Behind(Instant since, String after) {}

    /** Every group of the vendor is to be held against its rules, from that instant on. */
    void add(String vendor, Instant since) {
        Behind before = behind.get(vendor);
        keep(vendor, new Behind(before == null || since.isBefore(before.since()) ? since : before.since(), ""));
    }

    /** Since when the group is behind: it is to be held against the rules before anything else is counted of it. */
    Optional<Instant> since(String vendor, String group) {
        return Optional.ofNullable(behind.get(vendor))
                .filter(one -> group.compareTo(one.after()) > 0)
                .map(Behind::since);
    }

    /** @param hold holds a group against the rules from an instant on */
    void turn(BiConsumer<String, Instant> hold) {
        for (String vendor : List.copyOf(behind.keySet())) {
            Behind now = Objects.requireNonNull(behind.get(vendor));
            List<String> groups = books.groupsOf(vendor, now.after(), MOST_GROUPS);
            groups.forEach(group -> hold.accept(group, now.since()));
            if (groups.size() < MOST_GROUPS) {
                kept.delete(vendor);
                behind.remove(vendor);
            } else {
                keep(vendor, new Behind(now.since(), groups.getLast()));
            }
        }
    }

    private void keep(String vendor, Behind now) {
        kept.put(vendor, now);
        behind.put(vendor, now);
    }
}
