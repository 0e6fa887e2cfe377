package dev.aftersales.chassis.aggregate;

import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command makes of an aggregate: a change to commit, or a refusal that writes nothing.
 *
 * @param <S> the state
 * @param <R> what the caller gets told
 */
public sealed interface Decision<S, R> {

    /**
     * Write the state and its events, then answer.
     *
     * @param at business time of the events; absent for the present
     */
    record Commit<S, R>(
            S state, List<Event> events, R result, @Nullable Instant at) implements Decision<S, R> {
        public Commit {
            events = List.copyOf(events);
        }
    }

    /** Write nothing, and answer. */
    record Refuse<S, R>(R result) implements Decision<S, R> {}

    /** A change to commit. */
    static <S, R> Decision<S, R> commit(S state, R result, Event... events) {
        return new Commit<>(state, List.of(events), result, null);
    }

    /** A change to commit. */
    static <S, R> Decision<S, R> commit(S state, R result, List<Event> events) {
        return new Commit<>(state, events, result, null);
    }

    /** A change to commit that came by itself when that instant was reached, however late that is found. */
    static <S, R> Decision<S, R> due(Instant at, S state, R result, List<Event> events) {
        return new Commit<>(state, events, result, at);
    }

    /** A refusal. */
    static <S, R> Decision<S, R> refuse(R result) {
        return new Refuse<>(result);
    }
}
