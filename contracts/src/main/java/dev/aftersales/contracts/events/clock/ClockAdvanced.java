package dev.aftersales.contracts.events.clock;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Duration;

/**
 * Business time was moved forward. The newest of these alone says where it stands.
 *
 * @param vendor no vendor's: {@link #SUITE}, the key too, because a suite has one business time for all
 * @param by how far, whole seconds
 * @param offset business time from now on less machine time; larger than any before, whole seconds
 */
@EventContract(type = "clock.clock-advanced.v1", topic = Topic.CLOCK)
public record ClockAdvanced(String vendor, Duration by, Duration offset) implements Event {

    /** Stands where other events name their vendor, and is the id of the one clock. */
    public static final String SUITE = "suite";

    /** Business time was moved forward by so much, to that offset. */
    public static ClockAdvanced by(Duration by, Duration offset) {
        return new ClockAdvanced(SUITE, by, offset);
    }
}
