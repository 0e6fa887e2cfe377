package dev.aftersales.diagnosis.radar;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This instance's part in counting by one grouping, from its start to its end. */
final class Counting {

    private static final Logger log = LoggerFactory.getLogger(Counting.class);

    /** As long as the listeners take. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private static final Duration BETWEEN_THREADS = Duration.ofSeconds(1);

    private static final int MANY_ENDS = 5;

    /** Each may be a start with all that was counted to be read again. */
    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** What is of no task. */
    private static final String NONE = "none";

    /** Where threads ended by what no outage explains, by task: one that fails over a record does not come past it. */
    private final Map<String, Setbacks> ends = new ConcurrentHashMap<>();

    private final Grouping grouping;
    private final String application;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry meters;

    private Counting(String application, Grouping grouping, KafkaStreams streams, MeterRegistry meters) {
        this.application = application;
        this.grouping = grouping;
        this.streams = streams;
        this.meters = meters;
        this.metrics = new KafkaStreamsMetrics(streams);
    }

    /** One that has not started; whoever made it stops it all the same. */
    static Counting of(
            String application, Grouping grouping, Topology topology, StreamsSettings settings, MeterRegistry meters) {
        return new Counting(application, grouping, new KafkaStreams(topology, settings.of(application)), meters);
    }

    Grouping grouping() {
        return grouping;
    }

    String application() {
        return application;
    }

    void start() {
        streams.setUncaughtExceptionHandler(this::failed);
        log.atInfo().addKeyValue("application", application).log("The radar counts");
        metrics.bindTo(meters);
        streams.start();
    }

    /**
     * A thread that ended is replaced: an outage is over some time. A process that is no longer sound tells by liveness, and so
     * does a task at which thread after thread ends; the others of it are counted on.
     */
    private StreamThreadExceptionResponse failed(Throwable failure) {
        boolean unsound = causedBy(failure, VirtualMachineError.class) && !causedBy(failure, StackOverflowError.class);
        log.atError().setCause(failure).log("A thread of the radar ended");
        if (!Setbacks.isOutage(failure)) {
            ends.computeIfAbsent(task(failure), any -> new Setbacks(MANY_ENDS, WITHIN, System::nanoTime))
                    .another();
        }
        // What fails each time would otherwise be tried without a pause.
        LockSupport.parkNanos(BETWEEN_THREADS.toNanos());
        return unsound ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static String task(Throwable failure) {
        return failure instanceof StreamsException known
                ? known.taskId().map(TaskId::toString).orElse(NONE)
                : NONE;
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it counts, or is about to. */
    boolean isAlive() {
        KafkaStreams.State state = streams.state();
        return (state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing())
                && ends.values().stream().noneMatch(Setbacks::areTooMany);
    }

    /** Leaves its share to other instances at once; what was counted stays on disk. */
    void stop() {
        metrics.close();
        streams.close(CloseOptions.timeout(STOP).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    /** Stops for good, and forgets what was counted. */
    void end() {
        stop();
        streams.cleanUp();
        log.atInfo().addKeyValue("application", application).log("The radar no longer counts by this grouping");
    }
}
