package dev.aftersales.chassis.sweeps;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats a task in one instance of the service at a time, as a safety net. The lease only keeps instances from doing the
 * same work twice; a task must be right when two run at once, because a frozen instance wakes up believing in its lease.
 */
public final class LeasedSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LeasedSweep.class);

    private final String name;
    private final Duration every;
    private final Runnable task;
    private final MongoDatabase database;
    private final Clock machineClock;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicBoolean hurried = new AtomicBoolean();
    private volatile boolean dueByBusinessTime;
    private volatile boolean running;

    /** Of the worker alone, as is when to renew the lease, by {@link System#nanoTime()}. */
    private boolean held;

    private long renewAt;
    private @Nullable Thread thread;

    /**
     * @param name of the lease
     * @param every pause between two rounds; the lease lasts five of them, at least ten seconds
     * @param machineClock leases are machine time, never business time
     */
    public LeasedSweep(String name, Duration every, Runnable task, MongoDatabase database, Clock machineClock) {
        this.name = name;
        this.every = every;
        this.task = task;
        this.database = database;
        this.machineClock = machineClock;
    }

    @Override
    public void start() {
        running = true;
        held = false;
        thread = Thread.ofPlatform().name("sweep-" + name).daemon(true).start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped after the web server and the listeners, whose leftovers it finds; before the relay that it feeds. */
    @Override
    public int getPhase() {
        return -500;
    }

    /** The same, for work that becomes due by business time: it is hurried whenever that is moved. */
    public LeasedSweep dueByBusinessTime() {
        dueByBusinessTime = true;
        return this;
    }

    /** Whether business time makes its work due. */
    public boolean isDueByBusinessTime() {
        return dueByBusinessTime;
    }

    /**
     * Runs a round now instead of at the next turn, one more where a round is under way; and whoever holds the lease, for
     * it may be one who has just died.
     */
    public void hurry() {
        // The flag, because whatever the round under way waits for may use up the wake-up.
        hurried.set(true);
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
        }
    }

    private void work() {
        while (running) {
            boolean asked = hurried.getAndSet(false);
            try {
                if (lease() || asked) {
                    task.run();
                }
            } catch (RuntimeException | Error e) {
                // The next round is the retry, also after an Error: a safety net that has died shows nowhere. An outage
                // is told by the health of the store already.
                if (!Outages.isOutage(e)) {
                    log.atError().addKeyValue("sweep", name).setCause(e).log("A round of the sweep failed");
                }
            }
            if (!hurried.get()) {
                LockSupport.parkNanos(every.toNanos());
            }
        }
    }

    /** Held for less than half of its time: whoever looks twice a second need not write twice a second. */
    private boolean isFresh() {
        return held && System.nanoTime() - renewAt < 0;
    }

    private boolean lease() {
        if (isFresh()) {
            return true;
        }
        Duration length = every.multipliedBy(5).compareTo(Duration.ofSeconds(10)) > 0
                ? every.multipliedBy(5)
                : Duration.ofSeconds(10);
        held = leased(length);
        renewAt = System.nanoTime() + length.dividedBy(2).toNanos();
        return held;
    }

    /**
     * Free is also what was leased for longer than anybody leases: the clock by which that was written has been set back
     * since, or was never right. Clocks of two instances may differ by a length of the lease before one takes it from the
     * other for that.
     */
    private boolean leased(Duration length) {
        Instant now = Instant.now(machineClock);
        Instant furthest = now.plus(length.multipliedBy(2));
        try {
            Document leased = database.getCollection("leases")
                    .findOneAndUpdate(
                            Filters.and(
                                    Filters.eq("_id", name),
                                    Filters.or(
                                            Filters.eq("owner", owner),
                                            Filters.lt("until", Date.from(now)),
                                            Filters.gt("until", Date.from(furthest)))),
                            Updates.combine(
                                    Updates.set("owner", owner), Updates.set("until", Date.from(now.plus(length)))),
                            new FindOneAndUpdateOptions());
            if (leased != null) {
                return true;
            }
            if (database.getCollection("leases").find(Filters.eq("_id", name)).first() != null) {
                return false;
            }
            database.getCollection("leases")
                    .insertOne(new Document("_id", name)
                            .append("owner", owner)
                            .append("until", Date.from(now.plus(length))));
            return true;
        } catch (MongoWriteException e) {
            return false;
        }
    }

    private void release() {
        try {
            database.getCollection("leases")
                    .updateOne(
                            Filters.and(Filters.eq("_id", name), Filters.eq("owner", owner)),
                            Updates.set("until", Date.from(Instant.EPOCH)));
        } catch (MongoException e) {
            log.atDebug().addKeyValue("sweep", name).log("The lease was not given back; it runs out by itself");
        }
    }
}
