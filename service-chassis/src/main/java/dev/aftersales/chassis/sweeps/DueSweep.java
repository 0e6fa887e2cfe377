package dev.aftersales.chassis.sweeps;

import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.chassis.store.Outages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets aggregates set off what has become due by business time: in due order, also after a downtime, and not before
 * everything is heard that was said by then. Those that are due in the same moment, as at the close of business, are seen
 * to side by side, moments one after another.
 *
 * <p>It reads keys of an index only; whether something is really due is decided on the aggregate. One on which that fails
 * holds up no other: it rests, the longer the oftener it failed.
 */
public final class DueSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(DueSweep.class);
    private static final int BATCH = 200;
    private static final int ABREAST = 8;

    private final String name;
    private final Index index;
    private final Deed deed;
    private final Function<Instant, Optional<Instant>> heardUntil;
    private final Clock businessClock;
    private final Failing failing = new Failing(System::nanoTime);

    /** Where aggregates stand by when they become due. */
    @FunctionalInterface
    public interface Index {

        /**
         * The first that are due by then, in due order.
         *
         * @param after only those behind it; absent for the very first
         * @param limit at most this many
         */
        List<Due> due(Instant until, @Nullable Due after, int limit);
    }

    /** What becomes due. */
    @FunctionalInterface
    public interface Deed {

        /**
         * Sets off what is due on the aggregate in that moment, in one write. It may have been done by somebody else, and
         * may be tried again.
         *
         * @return when the aggregate is due next; empty when it is not
         */
        Optional<Instant> setOff(String id, Instant at);
    }

    /**
     * @param name of the sweep, for its meter and its log
     * @param heardUntil until when everything that was said is known to be heard, given the present; empty while that is
     *     not known
     */
    public DueSweep(
            String name,
            Index index,
            Deed deed,
            Function<Instant, Optional<Instant>> heardUntil,
            Clock businessClock,
            MeterRegistry meters) {
        this.name = name;
        this.index = index;
        this.deed = deed;
        this.heardUntil = heardUntil;
        this.businessClock = businessClock;
        Gauge.builder("aftersales.sweep.failing", failing, Failing::size)
                .description("Aggregates whose due deeds fail; they are tried again, ever more rarely")
                .tag("sweep", name)
                .register(meters);
    }

    @Override
    public void run() {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        failing.begin();
        // Whoever asks what was heard asks the broker, and mostly nothing is due.
        if (!isAnythingDue(now)) {
            failing.end();
            return;
        }
        Instant until = heardUntil.apply(now).orElse(null);
        if (until == null) {
            return;
        }
        try (ExecutorService abreast =
                Executors.newFixedThreadPool(ABREAST, Thread.ofVirtual().factory())) {
            walk(until, abreast);
        }
        if (!until.isBefore(now)) {
            failing.end();
        }
    }

    private boolean isAnythingDue(Instant now) {
        Due after = null;
        while (true) {
            List<Due> batch = index.due(now, after, BATCH);
            if (batch.stream().anyMatch(due -> !failing.rests(due.id()))) {
                return true;
            }
            if (batch.size() < BATCH) {
                return false;
            }
            after = batch.getLast();
        }
    }

    private void walk(Instant until, ExecutorService abreast) {
        NavigableSet<Due> ahead = new TreeSet<>();
        Due last = null;
        boolean more = true;
        while (more || !ahead.isEmpty()) {
            if (ahead.isEmpty()) {
                List<Due> batch = index.due(until, last, BATCH);
                more = batch.size() == BATCH;
                last = batch.isEmpty() ? last : batch.getLast();
                batch.stream().filter(due -> !failing.rests(due.id())).forEach(ahead::add);
            } else {
                for (Due next : setOff(firstMoment(ahead), abreast)) {
                    // What lies behind the batch is found there.
                    boolean within = !more || last == null || next.compareTo(last) <= 0;
                    if (within && !next.at().isAfter(until)) {
                        ahead.add(next);
                    }
                }
            }
        }
    }

    /** Only those: what they lead to may be due before the others. */
    private static List<Due> firstMoment(NavigableSet<Due> ahead) {
        List<Due> together = new ArrayList<>();
        Instant moment = ahead.first().at();
        while (!ahead.isEmpty() && ahead.first().at().equals(moment)) {
            together.add(ahead.removeFirst());
        }
        return together;
    }

    private List<Due> setOff(List<Due> together, ExecutorService abreast) {
        List<Callable<Optional<Due>>> work = new ArrayList<>();
        together.forEach(due -> work.add(() -> setOff(due)));
        List<Due> next = new ArrayList<>();
        try {
            for (Future<Optional<Due>> done : abreast.invokeAll(work)) {
                done.get().ifPresent(next::add);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while setting off what is due", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        return next;
    }

    private Optional<Due> setOff(Due due) {
        try {
            Optional<Instant> next = deed.setOff(due.id(), due.at());
            failing.succeeded(due.id());
            // Nothing came of it: it is not asked again before the next round.
            return next.filter(at -> !at.equals(due.at())).map(at -> new Due(at, due.id()));
        } catch (RuntimeException | StackOverflowError e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            if (failing.failed(due.id())) {
                log.atError()
                        .addKeyValue("sweep", name)
                        .addKeyValue("aggregate", due.id())
                        .setCause(e)
                        .log("What is due on an aggregate cannot be set off; it is tried again, ever more rarely");
            }
            return Optional.empty();
        }
    }
}
