package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When what a task has counted is committed: the next step, and whoever hears alarms, read only what is. What somebody waits
 * for is committed at once, but a claim of many lines not line by line. What has lain on its topic for a while is the past,
 * or a load that is more than such commits can carry; it is committed with what else is counted in an interval
 * ({@link RadarSettings#commitEvery}), which carries several times as much.
 */
final class Prompt {

    private static final Duration YOUNG = Duration.ofMillis(300);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final ProcessingContext context;
    private long askedAt;

    Prompt(ProcessingContext context) {
        this.context = context;
    }

    /**
     * What was just told may complete a batch.
     *
     * @param saidAt when what led to it was said, in milliseconds of the broker's clock
     */
    void next(long saidAt) {
        long now = context.currentSystemTimeMs();
        if (isYoung(saidAt, now) && now - askedAt >= BETWEEN.toMillis()) {
            askedAt = now;
            context.commit();
        }
    }

    /** What was just told is an alarm. */
    void alarm(long saidAt) {
        if (isYoung(saidAt, context.currentSystemTimeMs())) {
            context.commit();
        }
    }

    private static boolean isYoung(long saidAt, long now) {
        return now - saidAt < YOUNG.toMillis();
    }
}
