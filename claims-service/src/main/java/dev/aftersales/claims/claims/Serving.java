package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What logistics says of the lines that it serves. A line never goes back: what comes late changes nothing. */
public final class Serving {

    private static final Actor LOGISTICS = new Actor(Actor.Kind.LOGISTICS, "logistics-service");

    private Serving() {}

    /**
     * Moves the lines on; the claim closes in the same write when that delivered the last one.
     *
     * @param at business time of the fact
     */
    public static Change<Claim> advanced(Claim claim, List<Integer> lines, LineState.InService next, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        List<Integer> moved = new ArrayList<>();
        for (int number : lines) {
            amendment.line(number).ifPresent(line -> {
                if (line.state() instanceof LineState.InService service
                        && service.advancedTo(next) instanceof Transition.Moved step) {
                    amendment.put(line.at(step.next()));
                    moved.add(number);
                }
            });
        }
        if (!moved.isEmpty()) {
            amendment.note(what(next), LOGISTICS, moved, note(next));
        }
        return amendment.done();
    }

    private static TimelineEntry.What what(LineState.InService next) {
        return switch (next) {
            case LineState.Authorised a -> TimelineEntry.What.SERVICE_AUTHORISED;
            case LineState.Backordered b -> TimelineEntry.What.PARTS_BACKORDERED;
            case LineState.Reserved r -> TimelineEntry.What.PARTS_RESERVED;
            case LineState.Released r -> TimelineEntry.What.PARTS_RELEASED;
            case LineState.Dispatched d -> TimelineEntry.What.PARTS_DISPATCHED;
            case LineState.Delivered d -> TimelineEntry.What.DELIVERED;
        };
    }

    private static @Nullable String note(LineState.InService next) {
        return next instanceof LineState.Dispatched dispatched ? dispatched.trackingNumber() : null;
    }
}
