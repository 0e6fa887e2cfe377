package dev.aftersales.chassis.deadletters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not handled, as operations see it: where it came from, who could not handle it and why; not its
 * content, which may hold anything, but what tells two contents apart.
 *
 * @param id {@code <consumer>~<topic>~<partition>~<offset>}; goes into a URL as it is
 * @param consumer the consumer group
 * @param key of the record: the aggregate whose later events wait behind it; absent when it had none
 * @param type the event type that it names; absent when it names none
 * @param attempts how often it was tried so far
 * @param redrives how often a person had it tried and it failed again
 * @param bytes of its value; absent when it had none
 * @param sha256 of its value, hexadecimal; absent when it had none
 * @param headers names and sizes; absent in lists
 * @param acts what people did with it, oldest first
 */
public record DeadLetter(
        String id,
        String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        Status status,
        String reason,
        int attempts,
        int redrives,
        Instant buriedAt,
        @Nullable Integer bytes,
        @Nullable String sha256,
        @Nullable List<HeaderSize> headers,
        List<Act> acts) {

    /** What became of the record. */
    public enum Status {
        /** It failed for a reason of its own. */
        DEAD,
        /** An earlier event of the same aggregate is dead; this one waits for it, untried. */
        PARKED,
        /** It was redriven, and handled. */
        HANDLED,
        /** A person decided that it is not to be handled. */
        SKIPPED
    }

    /** A header without what it says. */
    public record HeaderSize(String name, int bytes) {}

    /**
     * What a person did, or what followed from it.
     *
     * @param what {@code redrive}, {@code forced redrive}, {@code skip}, {@code disclose}, or {@code follow}: it was
     *     parked and had its turn
     * @param reason why, in the person's words
     * @param outcome absent while it goes on, and for ever when the process died in it
     */
    public record Act(
            String person,
            String what,
            @Nullable String reason,
            Instant at,
            @Nullable String outcome) {}
}
