package dev.aftersales.diagnosis.radar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Of which groups it is to be told how full they are, what was told of each last, and when each changes by itself. */
final class Gauges {

    private static final String CHANGED = "gauges-changed";
    private static final String LAST = "gauges";
    private static final String TIMES = "gauge-times";
    private static final char BETWEEN = '\n';

    /** Of any instant that a policy can come to, so that texts are in the order of numbers. */
    private static final int DIGITS = 19;

    private final Section<Instant> changed;
    private final Section<Last> last;

    /** By instant and group, so that what is due is read as a range. */
    private final Section<String> times;

    Gauges(StateStores stores, ProcessorContext<?, ?> context, String store) {
        changed = stores.section(context, store, CHANGED, Instant.class);
        last = stores.section(context, store, LAST, Last.class);
        times = stores.section(context, store, TIMES, String.class);
    }

    /**
     * What was told of a group last.
     *
     * @param fingerprint of what was told
     * @param next when it changes by itself
     */
    record Last(long sequence, int fingerprint, @Nullable Instant next) {}

    /** The group may be fuller or emptier now. Once marked, it costs a read until it is told. */
    void change(String group, Instant now) {
        if (!changed.holds(group)) {
            changed.put(group, now);
        }
    }

    /** Marks groups that have changed by themselves by now, the earliest first, at most so many. */
    void changeDue(Instant now, int most) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> due = times.before(key(now.plusMillis(1), ""))) {
            while (due.hasNext() && keys.size() < most) {
                var next = due.next();
                keys.add(next.key);
                change(next.value, now);
            }
        }
        keys.forEach(times::delete);
    }

    /** Groups that are marked, beyond that one, in the order of their ids. */
    List<String> changedAfter(String group, int most) {
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<String, Instant> marked = changed.after(group)) {
            while (marked.hasNext() && found.size() < most) {
                found.add(marked.next().key);
            }
        }
        return found;
    }

    @Nullable
    Last last(String group) {
        return last.get(group);
    }

    /** Remembers what was told, and takes the mark away. */
    void told(String group, Last now) {
        forgetTime(group);
        changed.delete(group);
        last.put(group, now);
        if (now.next() != null) {
            times.put(key(now.next(), group), group);
        }
    }

    /** Nothing is left to tell of the group, until something is claimed of it again. */
    void empty(String group) {
        forgetTime(group);
        changed.delete(group);
        last.delete(group);
    }

    private void forgetTime(String group) {
        Last before = last.get(group);
        if (before != null && before.next() != null) {
            times.delete(key(before.next(), group));
        }
    }

    private static String key(Instant at, String group) {
        String millis = Long.toString(at.toEpochMilli());
        return "0".repeat(DIGITS - millis.length()) + millis + BETWEEN + group;
    }
}
