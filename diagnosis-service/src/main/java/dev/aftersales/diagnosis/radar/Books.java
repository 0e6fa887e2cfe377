package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of groups: how each stands, and its entries under keys that begin with group and unit, so that a group, or a
 * unit in it, is read as a range.
 */
final class Books {

    private static final String HEADS = "groups";
    private static final String ENTRIES = "entries";
    private static final String GROWTH = "growth";
    private static final String CLOSINGS = "closings";
    private static final String LOOKS = "looks";
    private static final String AWAITED = "awaited";
    private static final char BETWEEN = '\n';

    private final Section<Head> heads;
    private final Section<Entry> entries;
    private final Section<Growth> growth;
    private final Section<Instant> closings;
    private final Section<Look> looks;

    /** What is to go from groups that are to be looked at, by the key of its entry. */
    private final Section<Replaced> awaited;

    Books(StateStores stores, ProcessorContext<?, ?> context, String store) {
        heads = stores.section(context, store, HEADS, Head.class);
        entries = stores.section(context, store, ENTRIES, Entry.class);
        growth = stores.section(context, store, GROWTH, Growth.class);
        closings = stores.section(context, store, CLOSINGS, Instant.class);
        looks = stores.section(context, store, LOOKS, Look.class);
        awaited = stores.section(context, store, AWAITED, Replaced.class);
    }

    /**
     * A change of an open issue that is still to be told.
     *
     * @param counts whether the entry came; else it went
     */
    record Growth(Entry entry, boolean counts) {}

    /**
     * Forgets, little by little, what counts no more, and groups of which nothing is left.
     *
     * @param counts whether an entry does, in a group that stands so
     * @param forgettable whether a group without entries is, too
     */
    void forget(
            ProcessorContext<?, ?> context, BiPredicate<Head, Entry> counts, BiPredicate<String, Head> forgettable) {
        Walk.over(entries, context, (key, entry) -> {
            Head head = heads.get(groupOf(key));
            return head != null && counts.test(head, entry) ? entry : null;
        });
        Walk.over(heads, context, (group, head) -> forgettable.test(group, head) && isEmpty(group) ? null : head);
    }

    private boolean isEmpty(String group) {
        try (KeyValueIterator<String, Entry> range = entries.beginningWith(group + BETWEEN)) {
            return !range.hasNext();
        }
    }

    @Nullable
    Head head(String group) {
        return heads.get(group);
    }

    void keep(String group, Head head) {
        heads.put(group, head);
    }

    /** Keeps an entry; returns whether it counts otherwise than the one that was there, if any. */
    boolean add(String group, Entry entry) {
        String key = key(group, entry);
        Entry before = entries.get(key);
        if (entry.equals(before)) {
            return false;
        }
        entries.put(key, entry);
        return !entry.countsLike(before);
    }

    /** Returns whether it was there. */
    boolean remove(String group, Entry entry) {
        String key = key(group, entry);
        boolean was = entries.delete(key) != null;
        if (was && awaited.holds(key)) {
            awaited.delete(key);
        }
        return was;
    }

    List<Entry> entriesOf(String group) {
        return read(group + BETWEEN);
    }

    /** Entries of the unit that the entry is about, itself included. */
    List<Entry> ofSameUnit(String group, Entry entry) {
        return read(group + BETWEEN + entry.unit() + BETWEEN);
    }

    /**
     * No fewer units than any window can count in the group. Read from keys, where a serial's entries are neighbours: most
     * groups are far from a batch whenever something is claimed of them.
     */
    long unitsAtMost(String group) {
        long units = 0;
        String before = "";
        for (String key : entries.keysBeginningWith(group + BETWEEN)) {
            String unit = key.substring(0, key.lastIndexOf(BETWEEN));
            if (unit.startsWith(Entry.NO_SERIAL, group.length() + 1)) {
                units += Objects.requireNonNull(entries.get(key)).quantity();
            } else if (!unit.equals(before)) {
                units++;
            }
            before = unit;
        }
        return units;
    }

    private List<Entry> read(String prefix) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<String, Entry> range = entries.beginningWith(prefix)) {
            range.forEachRemaining(one -> found.add(one.value));
        }
        return found;
    }

    /** Keeps the closing of an episode that has not been counted yet: topics have no order among each other. */
    void keepClosing(String group, int episode, Instant at) {
        closings.put(group + BETWEEN + episode, at);
    }

    /** When the episode was closed; absent if that has not been heard. */
    @Nullable
    Instant takeClosing(String group, int episode) {
        return closings.delete(group + BETWEEN + episode);
    }

    /**
     * The group is to be looked at: these units are claimed in another way than before.
     *
     * @param insteadOf how they were; what the group still counts of that is waited for
     * @param now machine time, in milliseconds
     */
    void restate(String group, Entry entry, List<Replaced> insteadOf, long now) {
        for (Replaced one : insteadOf) {
            String unit = Entry.unit(entry.claimId(), one.line(), one.serial());
            String key = key(group, unit, entry.claimId(), one.line());
            Entry before = entries.get(key);
            if (before != null && before.quantity() > one.left()) {
                awaited.put(key, one);
            }
        }
        Look before = looks.get(group);
        looks.put(group, before == null ? Look.begun(entry.since(), now) : before.again(entry.since(), now));
    }

    /** Of a group that is to be looked at: also by what stood there since that instant. */
    void lookFrom(String group, Instant since) {
        Look before = Objects.requireNonNull(looks.get(group));
        Look now = before.from(since);
        if (now != before) {
            looks.put(group, now);
        }
    }

    boolean isToBeLookedAt(String group) {
        return looks.holds(group);
    }

    /** Takes groups that are to be looked at by then, at most so many. */
    Map<String, Look> takeLooks(long now, int most) {
        Map<String, Look> due = new LinkedHashMap<>();
        try (KeyValueIterator<String, Look> all = looks.all()) {
            while (all.hasNext() && due.size() < most) {
                var one = all.next();
                if (one.value.isDue(now, () -> !awaitedOf(one.key).isEmpty())) {
                    due.put(one.key, one.value);
                }
            }
        }
        due.keySet().forEach(group -> {
            looks.delete(group);
            awaitedOf(group).forEach(awaited::delete);
        });
        return due;
    }

    private List<String> awaitedOf(String group) {
        return awaited.keysBeginningWith(group + BETWEEN);
    }

    /** Has that told with what else the group grows by. */
    void later(String group, Entry entry, boolean counts) {
        growth.put(key(group, entry), new Growth(entry, counts));
    }

    /** Takes what is to be told of one group, at most so much; empty when nothing is left of any. */
    Told take(int most) {
        try (KeyValueIterator<String, Growth> all = growth.all()) {
            return all.hasNext() ? taken(groupOf(all.peekNextKey()), all, most) : Told.NOTHING;
        }
    }

    /** The same of that group. */
    Told take(String group, int most) {
        try (KeyValueIterator<String, Growth> all = growth.beginningWith(group + BETWEEN)) {
            return taken(group, all, most);
        }
    }

    private Told taken(String group, KeyValueIterator<String, Growth> all, int most) {
        List<String> taken = new ArrayList<>();
        List<Growth> changes = new ArrayList<>();
        while (all.hasNext()
                && changes.size() < most
                && groupOf(all.peekNextKey()).equals(group)) {
            var next = all.next();
            taken.add(next.key);
            changes.add(next.value);
        }
        taken.forEach(growth::delete);
        return changes.isEmpty() ? Told.NOTHING : new Told(group, changes);
    }

    private static String groupOf(String key) {
        return key.substring(0, key.indexOf(BETWEEN));
    }

    /**
     * What a group grew by.
     *
     * @param group absent when there is nothing
     */
    record Told(@Nullable String group, List<Growth> changes) {
        static final Told NOTHING = new Told(null, List.of());
    }

    /** Groups of a vendor beyond that one, in the order of their ids. */
    List<String> groupsOf(String vendor, String after, int most) {
        return heads.keysBeginningWith(Group.ofVendor(vendor), after, most);
    }

    private static String key(String group, Entry entry) {
        return key(group, entry.unit(), entry.claimId(), entry.line());
    }

    private static String key(String group, String unit, String claimId, int line) {
        return group + BETWEEN + unit + BETWEEN + claimId + "#" + line;
    }
}
