package dev.aftersales.chassis.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Who follows the clock of the suite, and how far, as the instances themselves say.
 *
 * <p>How long one is silent is measured only while we listen: an instance that was frozen itself takes nobody for gone
 * before it has heard what was said meanwhile.
 */
public final class ClockFollowers implements AutoCloseable {

    /** An instance that has not spoken for so long is not waited for: three of its words are missing. */
    static final Duration SILENT_AFTER = Duration.ofSeconds(6);

    private static final Logger log = LoggerFactory.getLogger(ClockFollowers.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ClockTopics topics;
    private final String self;
    private final Clock machineClock;
    private final LongSupplier nanoTime;
    private final Map<String, Heard> heard = new HashMap<>();
    private final Thread thread;
    private long listenedUntil;
    private volatile @Nullable Consumer<String, byte[]> reading;
    private volatile boolean closed;

    /** Begins to listen, as soon as the broker answers. */
    public ClockFollowers(ClockTopics topics, ClockFollower self, Clock machineClock) {
        this(topics, self.instance(), machineClock, System::nanoTime);
        thread.start();
    }

    /** Listens to nobody by itself. */
    ClockFollowers(ClockTopics topics, String self, Clock machineClock, LongSupplier nanoTime) {
        this.topics = topics;
        this.self = self;
        this.machineClock = machineClock;
        this.nanoTime = nanoTime;
        this.listenedUntil = nanoTime.getAsLong();
        this.thread = Thread.ofPlatform().name("clock-followers").daemon(true).unstarted(this::work);
    }

    /**
     * One instance.
     *
     * @param silent whether it was not heard of for so long that it is taken for gone
     */
    public record Standing(String service, String instance, Duration offset, boolean silent) {}

    /** Every instance that was heard of lately, by service and id. */
    public synchronized List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        heard.forEach((instance, said) -> standings.add(new Standing(
                said.statement().service(), instance, said.statement().offset(), isSilent(said))));
        standings.sort(Comparator.comparing(Standing::service).thenComparing(Standing::instance));
        return standings;
    }

    /**
     * Waits until every instance that is not silent stands at that offset or beyond it.
     *
     * @return whether they do; false when the patience was over before
     */
    public synchronized boolean await(Duration offset, Duration patience) throws InterruptedException {
        long until = nanoTime.getAsLong() + patience.toNanos();
        while (!allStandAt(offset)) {
            long left = until - nanoTime.getAsLong();
            if (left <= 0 || closed) {
                return false;
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return true;
    }

    /** Our own word is among them, and so we have heard all that was said before it. */
    private boolean allStandAt(Duration offset) {
        Heard own = heard.get(self);
        return own != null
                && !isSilent(own)
                && heard.values().stream()
                        .allMatch(said ->
                                isSilent(said) || said.statement().offset().compareTo(offset) >= 0);
    }

    private boolean isSilent(Heard said) {
        return listenedUntil - said.at() >= SILENT_AFTER.toNanos();
    }

    /** We have listened until now, and this is what was said. */
    synchronized void listened(Iterable<ConsumerRecord<String, byte[]>> told) {
        listenedUntil = nanoTime.getAsLong();
        for (ConsumerRecord<String, byte[]> word : told) {
            if (word.value() == null) {
                heard.remove(word.key());
            } else {
                try {
                    heard.put(word.key(), new Heard(Statement.of(word.value()), listenedUntil));
                } catch (JacksonException e) {
                    log.atError()
                            .addKeyValue("offset", word.offset())
                            .setCause(e)
                            .log("A follower cannot be understood");
                }
            }
        }
        heard.values().removeIf(said -> listenedUntil - said.at() >= FORGOTTEN_AFTER.toNanos());
        notifyAll();
    }

    private void work() {
        while (!closed) {
            try {
                topics.ensure();
                try (Consumer<String, byte[]> consumer = topics.consumer()) {
                    reading = consumer;
                    listen(consumer);
                } finally {
                    reading = null;
                }
            } catch (WakeupException e) {
                // Closed.
            } catch (InterruptedException e) {
                return;
            } catch (TimeoutException | RuntimeException | Error e) {
                log.atWarn()
                        .addKeyValue("reason", e.toString())
                        .log("The followers of the clock cannot be heard now; trying again");
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void listen(Consumer<String, byte[]> consumer) {
        var partition = ClockTopics.FOLLOWERS_PARTITION;
        consumer.assign(List.of(partition));
        long lately = Instant.now(machineClock).minus(SILENT_AFTER).toEpochMilli();
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(partition, lately)).get(partition);
        if (first == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, first.offset());
        }
        while (!closed) {
            listened(consumer.poll(LOOK_EVERY));
        }
    }

    /** Listens no more, and lets nobody wait any longer. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        synchronized (this) {
            notifyAll();
        }
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(2));
        }
    }

    /** @param at by our own count of nanoseconds */
    private record Heard(Statement statement, long at) {}
}
