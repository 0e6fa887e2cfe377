package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.events.TopicsReady;
import dev.aftersales.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts as long as the service runs, by the grouping that the policies have. When they come to group otherwise, the new
 * counting reads the topics anew beside the old one, which goes on until the new one stands where the topics end: no alarm
 * waits for that, and what both tell is one issue, because its id is made of group and episode.
 */
final class RadarRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RadarRunner.class);

    /** What each claim, unit and issue is counted by; the tables, which every instance holds, are no part of that. */
    private static final List<Topic> INPUTS = List.of(Topic.CLAIMS, Topic.DIAGNOSIS, Topic.UNITS, Topic.BATCH_ISSUES);

    private static final List<String> READ = Stream.concat(
                    INPUTS.stream().map(Topic::topicName), Stream.of(RadarRedrive.TOPIC))
            .toList();

    private static final List<Topic> OTHERS =
            List.of(Topic.POLICIES, Topic.FAULT_CATALOGUE, Topic.BATCH_ALARMS, Topic.BATCH_GAUGES);

    private static final long PATIENCE_SECONDS = 5;

    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(1);

    /** Until the next try, when the broker does not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<Grouping, Counting> countings;
    private final Supplier<PolicyWatch> watches;
    private final Supplier<Admin> admins;
    private final FormerCountings former;
    private final TopicsReady topicsReady;
    private final short replication;

    /** Refused again each second: whoever may allow it has had time to. */
    private final Setbacks refusals = new Setbacks(10, Duration.ofMinutes(1), System::nanoTime);

    /** The one by the newest grouping is the last. */
    private final List<Counting> running = new CopyOnWriteArrayList<>();

    private volatile boolean on;
    private volatile boolean failed;
    private @Nullable Thread thread;
    private @Nullable CatchUp catchUp;
    private long removedAt = System.nanoTime();

    /**
     * @param countings makes one that has not started
     * @param watches on the policies, each the caller's to close
     * @param admins likewise
     * @param replication of a topic that is made here
     */
    RadarRunner(
            Function<Grouping, Counting> countings,
            Supplier<PolicyWatch> watches,
            Supplier<Admin> admins,
            FormerCountings former,
            TopicsReady topicsReady,
            short replication) {
        this.countings = countings;
        this.watches = watches;
        this.admins = admins;
        this.former = former;
        this.topicsReady = topicsReady;
        this.replication = replication;
    }

    /** Returns at once, as the listeners do: the service takes work while the broker is down. */
    @Override
    public void start() {
        on = true;
        failed = false;
        thread = Thread.ofPlatform().name("radar").daemon().start(this::run);
    }

    private void run() {
        try {
            topicsReady.await(Stream.concat(INPUTS.stream(), OTHERS.stream()).toList());
            while (on) {
                try {
                    follow();
                } catch (KafkaException | ExecutionException | TimeoutException e) {
                    if (e instanceof InterruptException) {
                        return;
                    }
                    if (Setbacks.isRefusal(e)) {
                        refusals.another();
                    }
                    log.atWarn().addKeyValue("reason", e.getMessage()).log("The radar asks the broker again");
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            // The service stops.
        } catch (RuntimeException | Error e) {
            // Told by liveness: nobody would notice that a new grouping is not counted by.
            failed = true;
            log.atError().setCause(e).log("The radar can no longer follow the policies");
        }
    }

    /** Counts by what the policies say, until the service stops or the broker does not answer. */
    private void follow() throws ExecutionException, InterruptedException, TimeoutException {
        try (PolicyWatch watch = watches.get();
                Admin admin = admins.get()) {
            makeRedriven(admin);
            watch.readAll();
            boolean quiet = true;
            while (on) {
                // Policies come in company; each on its own would have the topics read anew for it.
                if (quiet) {
                    countBy(watch.grouping());
                }
                handOver(admin);
                quiet = !watch.look();
                refusals.overcome();
            }
        }
    }

    private void makeRedriven(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        // As the topics that its records come from.
        NewTopic redriven = new NewTopic(RadarRedrive.TOPIC, Topic.PARTITIONS, replication)
                .configs(Topic.CLAIMS.settings(replication));
        try {
            admin.createTopics(List.of(redriven)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void countBy(Grouping grouping) {
        if (grouping.isEmpty()
                || (!running.isEmpty() && running.getLast().grouping().equals(grouping))) {
            return;
        }
        synchronized (this) {
            if (!on) {
                return;
            }
            // Policies may come back to a grouping that still counts: it has not missed anything.
            Counting known = running.stream()
                    .filter(one -> one.grouping().equals(grouping))
                    .findAny()
                    .orElse(null);
            Counting next = known == null ? countings.apply(grouping) : known;
            running.remove(next);
            running.add(next);
            catchUp = new CatchUp(next.application());
            if (known == null) {
                next.start();
            }
        }
    }

    private void handOver(Admin admin) throws ExecutionException, InterruptedException, TimeoutException {
        CatchUp catching = catchUp;
        if (catching != null) {
            if (!catching.isDone(admin, READ)) {
                return;
            }
            catchUp = null;
            endFormer();
            former.remove(admin, running.getLast().application());
        } else if (!running.isEmpty() && System.nanoTime() - removedAt > BETWEEN_REMOVALS.toNanos()) {
            // The last of the instances that counted by it may have ended since.
            removedAt = System.nanoTime();
            former.remove(admin, running.getLast().application());
        }
    }

    private void endFormer() {
        while (running.size() > 1) {
            Counting old = running.getFirst();
            synchronized (this) {
                if (!on) {
                    return;
                }
                running.remove(old);
            }
            old.end();
        }
    }

    /** Whether it counts, or is about to; a radar that is dead has its service restarted. */
    boolean isAlive() {
        return !on || (!failed && !refusals.areTooMany() && running.stream().allMatch(Counting::isAlive));
    }

    /** By whose names this instance counts; several while one takes the place of another. */
    List<String> applications() {
        return running.stream().map(Counting::application).toList();
    }

    @Override
    public void stop() {
        List<Counting> ended;
        synchronized (this) {
            on = false;
            ended = List.copyOf(running);
            running.clear();
        }
        Thread following = thread;
        if (following != null) {
            following.interrupt();
        }
        ended.parallelStream().forEach(Counting::stop);
    }

    /** With the listeners. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
