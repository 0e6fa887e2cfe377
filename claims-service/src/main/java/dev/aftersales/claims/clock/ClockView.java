package dev.aftersales.claims.clock;

import dev.aftersales.chassis.time.ClockFollowers.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the suite takes for the present, and who shares that view.
 *
 * @param businessTime machine time plus the offset
 * @param offset as it is stored
 * @param followers every instance that was heard of in the last ten minutes and has not taken its leave
 */
record ClockView(Instant businessTime, Instant machineTime, Duration offset, List<Follower> followers) {

    static ClockView of(Duration offset, Instant machineTime, List<Standing> standings) {
        return new ClockView(
                machineTime.plus(offset),
                machineTime,
                offset,
                standings.stream()
                        .map(standing -> Follower.of(standing, offset))
                        .toList());
    }

    /** One instance. */
    record Follower(String service, String instance, Duration offset, State state) {

        static Follower of(Standing standing, Duration offset) {
            return new Follower(
                    standing.service(),
                    standing.instance(),
                    standing.offset(),
                    standing.silent()
                            ? State.SILENT
                            : standing.offset().compareTo(offset) < 0 ? State.BEHIND : State.FOLLOWS);
        }
    }

    enum State {
        FOLLOWS,
        /** It is alive and does not stand there yet. */
        BEHIND,
        /** It has not spoken for six seconds, and is not waited for: gone without a word, or frozen. */
        SILENT
    }
}
