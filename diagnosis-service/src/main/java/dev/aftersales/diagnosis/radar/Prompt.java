package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * When what was counted is committed: the next step, and whoever hears alarms, read only what is. What somebody waits for is
 * committed at once. What has lain on its topic for a while is the past, or a load that is more than a transaction for every
 * few records can carry; it is committed with what else is counted in an interval
 * ({@link RadarSettings#commitEvery}), which carries several times as much.
 */
final class Prompt {

    static final Duration YOUNG = Duration.ofMillis(300);

    private Prompt() {}

    /** @param saidAt when what led to it was said, in milliseconds of the broker's clock */
    static void commit(ProcessingContext context, long saidAt) {
        if (context.currentSystemTimeMs() - saidAt < YOUNG.toMillis()) {
            context.commit();
        }
    }
}
