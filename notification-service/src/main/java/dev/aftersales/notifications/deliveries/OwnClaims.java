package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.store.Outages;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;

/**
 * At its start an instance takes back what it was sending when it was killed, instead of waiting until its own claims run
 * out. Claims that it has made since then run longer, by which the two are told apart.
 */
final class OwnClaims implements SmartLifecycle {

    private static final int BATCH = 1000;
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final Desk desk;
    private final DueSweep sweep;
    private final String instance;
    private volatile boolean running;

    OwnClaims(Desk desk, DueSweep sweep, String instance) {
        this.desk = desk;
        this.sweep = sweep;
        this.instance = instance;
    }

    @Override
    public void start() {
        running = true;
        Instant started = Instant.now(desk.machineClock());
        Thread.ofVirtual().name("own-claims").start(() -> takeBack(started));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the couriers. */
    @Override
    public int getPhase() {
        return -400;
    }

    void takeBack(Instant started) {
        Instant oldClaims = started.plus(desk.settings().claimFor()).minusMillis(1);
        while (running) {
            try {
                List<Notification> left = desk.notifications().claimedBy(instance, oldClaims, BATCH);
                left.forEach(one -> {
                    if (one instanceof Sending sending) {
                        sweep.takeBack(sending, started);
                    }
                });
                if (left.size() < BATCH) {
                    return;
                }
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e)) {
                    throw e;
                }
                LockSupport.parkNanos(STORE_PAUSE.toNanos());
            }
        }
    }
}
