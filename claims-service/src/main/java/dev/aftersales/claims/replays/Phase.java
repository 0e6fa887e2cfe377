package dev.aftersales.claims.replays;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a replay has come. */
sealed interface Phase {

    /** Nobody works on it at the moment. */
    record Waiting() implements Phase {}

    /**
     * An instance of the service is at it.
     *
     * @param run counts those who took it up: what an earlier one still says is not heard
     * @param leaseUntil machine time; an instance that has not said anything until then is taken for dead
     */
    record Running(int run, Instant leaseUntil) implements Phase {}

    record Done(Instant at) implements Phase {}

    /** @param by the person's id */
    record Cancelled(String by, Instant at) implements Phase {}

    record Failed(Reason reason, String detail, Instant at) implements Phase {}

    /** Why a replay cannot be finished. */
    enum Reason {
        /** The version was changed or withdrawn meanwhile. */
        VERSION_CHANGED
    }

    /** Since when there is nothing left to do; absent while there is. */
    default @Nullable Instant overSince() {
        return switch (this) {
            case Waiting w -> null;
            case Running r -> null;
            case Done done -> done.at();
            case Cancelled cancelled -> cancelled.at();
            case Failed failed -> failed.at();
        };
    }

    /** Whether there is something left to do. */
    default boolean open() {
        return switch (this) {
            case Waiting w -> true;
            case Running r -> true;
            case Done d -> false;
            case Cancelled c -> false;
            case Failed f -> false;
        };
    }
}
