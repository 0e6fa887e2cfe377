package dev.aftersales.claims.claims;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times how long lines take from submission to each stage: {@code aftersales.claim.stage}, by stage and nothing finer. */
final class StageMeter {

    private final MeterRegistry meters;
    private final Clock businessClock;

    StageMeter(MeterRegistry meters, Clock businessClock) {
        this.meters = meters;
        this.businessClock = businessClock;
    }

    /** Counts every line that stands at another stage than before. */
    void moved(@Nullable Claim before, Claim after) {
        Map<Integer, Stage> stood = new HashMap<>();
        if (before != null) {
            before.lines().forEach(line -> stood.put(line.line(), line.state().stage()));
        }
        Duration since = Duration.between(after.submittedAt(), businessClock.instant());
        for (ClaimLine line : after.lines()) {
            Stage stage = line.state().stage();
            if (stood.get(line.line()) != stage) {
                Timer.builder("aftersales.claim.stage")
                        .description("Time from submission until a line reaches a stage")
                        .tag("stage", stage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .publishPercentileHistogram()
                        .register(meters)
                        .record(since.isNegative() ? Duration.ZERO : since);
            }
        }
    }
}
