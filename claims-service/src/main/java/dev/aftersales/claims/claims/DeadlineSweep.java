package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets deadlines set off what they set off: each once, at its own time and in due order, also after a downtime. That it was
 * set off stands in the write that tells of it, so that any number of instances may look at once.
 *
 * <p>What was done in time may still lie on a topic: a deadline sets off nothing before everything is heard that was said
 * by then.
 */
final class DeadlineSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DeadlineSweep.class);
    private static final int BATCH = 200;

    /** More is no matter of single claims. */
    private static final int MOST_FAILED = 100;

    /** Claims that are due in the same moment, as at the close of business, are seen to side by side. */
    private static final int ABREAST = 8;

    private final Claims claims;
    private final Timekeeper timekeeper;
    private final FiringDeadlines firing;
    private final Backlog backlog;
    private final Clock businessClock;

    DeadlineSweep(Claims claims, Timekeeper timekeeper, FiringDeadlines firing, Backlog backlog, Clock businessClock) {
        this.claims = claims;
        this.timekeeper = timekeeper;
        this.firing = firing;
        this.backlog = backlog;
        this.businessClock = businessClock;
    }

    @Override
    public void run() {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Asking costs the broker something, and mostly nothing is due.
        if (!claims.query(lte(ClaimType.DEADLINE_AT, now), ascending(ClaimType.DEADLINE_AT), 1)
                .isEmpty()) {
            backlog.heardUntil(now).ifPresent(this::fireUntil);
        }
    }

    private void fireUntil(Instant heard) {
        try (ExecutorService abreast =
                Executors.newFixedThreadPool(ABREAST, Thread.ofVirtual().factory())) {
            Set<String> failed = new HashSet<>();
            while (round(heard, abreast, failed)) {
                // There may be more, and what was set off may have made something else due.
            }
        }
    }

    /** @param failed claims on which it failed in this run: they hold up no other, and are tried again in the next */
    private boolean round(Instant heard, ExecutorService abreast, Set<String> failed) {
        Bson others = failed.isEmpty() ? empty() : nin("_id", failed);
        List<Claim> due =
                claims.query(and(lte(ClaimType.DEADLINE_AT, heard), others), ascending(ClaimType.DEADLINE_AT), BATCH);
        if (due.isEmpty()) {
            return false;
        }
        // Only those of the first moment: what they lead to may be due before the others.
        Instant first = due.getFirst().clocks().nextAt();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Claim claim : due) {
            if (first != null && first.equals(claim.clocks().nextAt())) {
                work.add(() -> fire(claim.id(), first, failed));
            }
        }
        boolean any = false;
        try {
            for (Future<Boolean> done : abreast.invokeAll(work)) {
                any |= done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        return any;
    }

    private boolean fire(String id, Instant at, Set<String> failed) {
        try {
            return fire(id, at);
        } catch (RuntimeException e) {
            synchronized (failed) {
                failed.add(id);
                if (Outages.isOutage(e) || failed.size() > MOST_FAILED) {
                    throw e;
                }
            }
            log.atError().addKeyValue("claim", id).setCause(e).log("A deadline of a claim could not be seen to");
            return true;
        }
    }

    /** Answers whether anything was done; somebody else may have been faster. */
    private boolean fire(String id, Instant at) {
        return claims.<Boolean>decide(id, claim -> {
                    if (!at.equals(claim.clocks().nextAt())) {
                        return Decision.refuse(true);
                    }
                    return timekeeper
                            .deadlines(claim, at)
                            .flatMap(deadlines -> firing.fire(claim, deadlines, at))
                            .map(change -> Decision.due(at, change.state(), true, change.events()))
                            .orElseGet(
                                    () -> Decision.commit(timekeeper.lookedAt(claim, businessClock.instant()), true));
                })
                .orElse(false);
    }
}
