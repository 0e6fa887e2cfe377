package dev.aftersales.diagnosis.batches;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about batch issues.
 *
 * @param sweepEvery how late the clock of a plan may set something off, at most, while nothing else is due
 */
@ConfigurationProperties("aftersales.batches")
record BatchSettings(@DefaultValue("500ms") Duration sweepEvery) {

    BatchSettings {
        if (sweepEvery.isNegative() || sweepEvery.isZero()) {
            throw new IllegalArgumentException("aftersales.batches.sweep-every is more than nothing");
        }
    }
}
