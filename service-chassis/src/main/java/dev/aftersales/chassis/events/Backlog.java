package dev.aftersales.chassis.events;

import dev.aftersales.contracts.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was said to this service and has not been heard yet: the consumer lag of its groups. Whoever acts because something
 * has <em>not</em> happened asks here first, because it may have happened in time and wait on a topic: behind a downtime, a
 * rebalance, or a rush.
 *
 * <p>The question is answered by marks. A mark is an instant of business time, and the ends of all partitions that are
 * heard, read after that instant; when the service's groups have committed as much, everything that was said by then is
 * heard, in whichever instance. A mark that is not reached yet stays for the next question, so that it is reached however
 * much is said meanwhile.
 *
 * <p>While the broker does not answer, nothing is known, and whoever asks holds off. A partition that stands still for the
 * {@linkplain BacklogSettings#patience() patience} is no longer waited for until it moves again: a record that can neither
 * be handled nor kept must not silence everything else. Both are logged once and shown by meters.
 *
 * <p>Nor is waited for topics that are written in transactions: the mark that ends one takes an offset, which no group commits.
 * They carry what this service says to itself.
 *
 * <p>What cannot be known is what somebody said who could not bring it to the broker yet: it lies in the outbox of a service
 * that is down.
 */
public final class Backlog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Backlog.class);

    /** As long as a question may take while the groups are at work. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** By group, its topic. */
    private final Map<String, Topic> groups;

    private final Duration patience;
    private final Offsets offsets;

    /** By partition, as far as its group has come: those that stand still. */
    private final Map<TopicPartition, Long> passedOver = new ConcurrentHashMap<>();

    private final Map<String, Standstill> standstills = new HashMap<>();
    private @Nullable Mark mark;
    private boolean away;
    private volatile Duration heldOff = Duration.ZERO;
    private @Nullable Long heldSince;

    private record Mark(Instant at, Map<TopicPartition, Long> ends) {}

    /**
     * A group that does not get on towards the mark.
     *
     * @param left records until the mark
     * @param seenAt by {@link System#nanoTime()}
     */
    private record Standstill(long left, Duration lasted, long seenAt) {}

    /**
     * @param topics that the service hears
     * @param adminSettings of the client that asks for offsets
     */
    public Backlog(
            String serviceName,
            Collection<Topic> topics,
            Map<String, Object> adminSettings,
            BacklogSettings settings,
            MeterRegistry meters) {
        this.groups = topics.stream()
                .filter(topic -> !topic.isWrittenInTransactions())
                .collect(Collectors.toMap(topic -> Listeners.groupOf(serviceName, topic), Function.identity()));
        this.patience = settings.patience();
        this.offsets = new Offsets(adminSettings);
        Gauge.builder("aftersales.backlog.held", this, backlog -> backlog.heldOff.toMillis() / 1000.0)
                .description("How long what is due has been held off, until what was said is heard")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("aftersales.backlog.passed", passedOver, Map::size)
                .description("Partitions that stand still and that nothing waits for any more")
                .register(meters);
    }

    /**
     * Until when everything that was said is known to be heard. Takes a moment while the service is at it.
     *
     * @param now the present, in business time
     * @return {@code now}, or an instant before it; empty when not even that is known yet, and the question is to be asked
     *     again
     */
    public Optional<Instant> heardUntil(Instant now) {
        if (groups.isEmpty()) {
            return Optional.of(now);
        }
        long started = System.nanoTime();
        while (true) {
            Answer answer = look(now);
            if (!(answer instanceof Answer.NotYet) || System.nanoTime() - started >= WAIT.toNanos()) {
                return answer instanceof Answer.Until until ? Optional.of(until.at()) : Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private sealed interface Answer {

        record Until(Instant at) implements Answer {}

        record NotYet() implements Answer {}

        record Unknown() implements Answer {}
    }

    private synchronized Answer look(Instant now) {
        Answer answer = ask(now);
        if (answer instanceof Answer.Until) {
            heldOff = Duration.ZERO;
            heldSince = null;
        } else {
            long moment = System.nanoTime();
            long since = heldSince == null ? moment : heldSince;
            heldSince = since;
            heldOff = Duration.ofNanos(moment - since);
        }
        return answer;
    }

    private Answer ask(Instant now) {
        try {
            Answer answer = reached(now);
            if (away) {
                away = false;
                log.atInfo().log("The broker says again what was heard; what became due meanwhile is set off");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | KafkaException e) {
            standstills.clear();
            if (!away) {
                away = true;
                log.atWarn()
                        .addKeyValue("reason", String.valueOf(e.getMessage()))
                        .log("The broker does not say what was heard; what becomes due is held off until it does");
            }
        }
        return new Answer.Unknown();
    }

    private Answer reached(Instant now) throws ExecutionException, InterruptedException {
        Mark pending = mark;
        if (pending != null && pending.at().isAfter(now)) {
            // The clock was set back: what is said from now on may be of before that mark, and is not in it.
            pending = null;
        }
        Instant until = null;
        if (pending != null) {
            if (!isReached(pending)) {
                return new Answer.NotYet();
            }
            until = pending.at();
        }
        if (!now.equals(until)) {
            standstills.clear();
            mark = new Mark(now, offsets.ends(groups.values()));
            if (isReached(mark)) {
                until = now;
            }
        }
        if (now.equals(until)) {
            mark = null;
        }
        return until == null ? new Answer.NotYet() : new Answer.Until(until);
    }

    private boolean isReached(Mark mark) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> heard = offsets.committed(groups.keySet());
        goOnWithThoseThatMove(heard);
        Map<TopicPartition, Long> left = left(mark, heard);
        if (left.isEmpty()) {
            return true;
        }
        // What was deleted for its age before anybody heard it is not waited for.
        offsets.beginnings(left.keySet()).forEach((place, first) -> heard.merge(place, first, Math::max));
        for (Map.Entry<String, Map<TopicPartition, Long>> group :
                byGroup(left(mark, heard)).entrySet()) {
            if (isPatienceOver(
                    group.getKey(),
                    group.getValue().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())) {
                group.getValue().keySet().forEach(place -> passOver(place, heard.getOrDefault(place, 0L)));
            }
        }
        return left(mark, heard).isEmpty();
    }

    /** Records until the mark, in each partition that is waited for and has not come so far. */
    private Map<TopicPartition, Long> left(Mark mark, Map<TopicPartition, Long> heard) {
        Map<TopicPartition, Long> left = new HashMap<>();
        mark.ends().forEach((place, end) -> {
            long so = heard.getOrDefault(place, 0L);
            if (so < end && !passedOver.containsKey(place)) {
                left.put(place, end - so);
            }
        });
        return left;
    }

    private Map<String, Map<TopicPartition, Long>> byGroup(Map<TopicPartition, Long> left) {
        Map<String, Map<TopicPartition, Long>> byGroup = new HashMap<>();
        groups.forEach((group, topic) -> left.forEach((place, records) -> {
            if (place.topic().equals(topic.topicName())) {
                byGroup.computeIfAbsent(group, key -> new HashMap<>()).put(place, records);
            }
        }));
        return byGroup;
    }

    /**
     * Whether the group has not come a record nearer to the mark for so long. It is counted for the group, because a
     * consumer may be busy with one of its partitions for a while; and only while somebody looks, because a store that is
     * away stops listeners and sweeps alike.
     */
    private boolean isPatienceOver(String group, long left) {
        long moment = System.nanoTime();
        Standstill before = standstills.get(group);
        Duration lasted = before == null || before.left() != left
                ? Duration.ZERO
                : before.lasted().plus(shorter(Duration.ofNanos(moment - before.seenAt()), patience.dividedBy(4)));
        standstills.put(group, new Standstill(left, lasted, moment));
        return lasted.compareTo(patience) >= 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void passOver(TopicPartition place, long heard) {
        passedOver.put(place, heard);
        log.atError()
                .addKeyValue("topic", place.topic())
                .addKeyValue("partition", place.partition())
                .addKeyValue("offset", heard)
                .log("A partition stands still; what becomes due is set off without what waits there");
    }

    private void goOnWithThoseThatMove(Map<TopicPartition, Long> heard) {
        Iterator<Map.Entry<TopicPartition, Long>> all = passedOver.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<TopicPartition, Long> stood = all.next();
            if (heard.getOrDefault(stood.getKey(), 0L) > stood.getValue()) {
                all.remove();
                log.atInfo()
                        .addKeyValue("topic", stood.getKey().topic())
                        .addKeyValue("partition", stood.getKey().partition())
                        .log("A partition that stood still goes on");
            }
        }
    }

    @Override
    public void close() {
        offsets.close();
    }
}
