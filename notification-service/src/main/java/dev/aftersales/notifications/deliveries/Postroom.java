package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.store.Outages;
import dev.aftersales.notifications.smtp.MailServer;
import io.micrometer.tracing.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has letters sent by a bounded set of couriers, each with its own connection to the mail server. The letters of one claim
 * go one after another, in the order in which they came; claims do not wait for each other while a courier is free, so
 * that a slow recipient keeps one courier busy and nobody else waiting.
 *
 * <p>What waits here is nothing but ids: whatever is lost with the process, the sweep finds again.
 */
final class Postroom implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Postroom.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Desk desk;
    private final MailServer mailServer;
    private final String instance;
    private final Map<String, Deque<Errand>> claims = new HashMap<>();
    private final Deque<String> ready = new ArrayDeque<>();
    private final Set<String> queued = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** @param instance in whose name letters are claimed */
    Postroom(Desk desk, MailServer mailServer, String instance) {
        this.desk = desk;
        this.mailServer = mailServer;
        this.instance = instance;
    }

    String instance() {
        return instance;
    }

    /**
     * Has a letter sent.
     *
     * @return false when there is no room; the sweep will bring it again
     */
    synchronized boolean wake(String claim, String id) {
        if (!running || (queued.size() >= desk.settings().queue() && !queued.contains(id))) {
            return false;
        }
        if (!queued.add(id)) {
            return true;
        }
        Deque<Errand> letters = claims.get(claim);
        if (letters == null) {
            letters = new ArrayDeque<>();
            claims.put(claim, letters);
            ready.add(claim);
            notify();
        }
        letters.add(new Errand(id, desk.trace().here()));
        return true;
    }

    /** Letters that wait for a courier. */
    synchronized int waiting() {
        return queued.size();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < desk.settings().couriers(); i++) {
            threads.add(Thread.ofPlatform().name("courier-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        List<Thread> working;
        synchronized (this) {
            running = false;
            notifyAll();
            working = List.copyOf(threads);
            threads.clear();
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : working) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            claims.clear();
            ready.clear();
            queued.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the relay, which takes the couriers' events, and before the listeners, who wake them. */
    @Override
    public int getPhase() {
        return -500;
    }

    /** A letter to be sent, and the trace in which somebody asked for it. */
    private record Errand(String id, @Nullable Span span) {}

    private void work() {
        try (Courier courier = new Courier(desk, mailServer.connection(), instance, () -> running)) {
            while (running) {
                String claim = take();
                if (claim != null) {
                    deliverNext(courier, claim);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverNext(Courier courier, String claim) {
        Errand errand;
        synchronized (this) {
            Deque<Errand> letters = claims.get(claim);
            if (letters == null) {
                return;
            }
            errand = letters.remove();
            // From here on a new wake-up means that something has happened since.
            queued.remove(errand.id());
        }
        try {
            desk.trace().continuing(errand.span(), () -> courier.deliver(errand.id()));
        } catch (RuntimeException e) {
            // Still to be sent, so the sweep brings it again.
            if (!Outages.isOutage(e)) {
                log.atError()
                        .addKeyValue("notification", errand.id())
                        .setCause(e)
                        .log("A letter was left");
            }
        } finally {
            finished(claim);
        }
    }

    private synchronized @Nullable String take() throws InterruptedException {
        while (ready.isEmpty()) {
            if (!running) {
                return null;
            }
            wait();
        }
        return ready.remove();
    }

    private synchronized void finished(String claim) {
        Deque<Errand> letters = claims.get(claim);
        if (letters == null) {
            return;
        }
        if (letters.isEmpty()) {
            claims.remove(claim);
        } else {
            ready.add(claim);
            notify();
        }
    }
}
