package dev.aftersales.chassis.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Machine time plus an offset that only grows. */
public final class BusinessClock extends Clock {

    private final Clock machineClock;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public BusinessClock(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** Business time less machine time. */
    public Duration offset() {
        return offset.get();
    }

    /** Has the listener run after each move, by the thread that tells of it, which must not be held up. */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Goes forward to this offset; a smaller one changes nothing.
     *
     * @return whether business time was moved
     */
    boolean forwardTo(Duration told) {
        Duration before =
                offset.getAndAccumulate(told, (stands, wanted) -> wanted.compareTo(stands) > 0 ? wanted : stands);
        boolean moved = told.compareTo(before) > 0;
        if (moved) {
            listeners.forEach(Runnable::run);
        }
        return moved;
    }

    @Override
    public Instant instant() {
        return machineClock.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** The same instants, read in another zone. */
    private static final class Zoned extends Clock {

        private final BusinessClock clock;
        private final ZoneId zone;

        Zoned(BusinessClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
