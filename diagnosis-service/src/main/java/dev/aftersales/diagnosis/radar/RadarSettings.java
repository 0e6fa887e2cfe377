package dev.aftersales.diagnosis.radar;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the radar runs.
 *
 * @param commitEvery how often what was counted is committed at least; what somebody waits for is at once ({@link Prompt})
 * @param threads that count; more than one lets one instance use more than one core
 * @param standbys instances that keep a copy of what another one counts, and take over without reading it anew
 * @param stateDirectory where what was counted lies on disk; one for each instance. What is lost there is read anew
 * @param missedAfter so long after its last sign of life another one counts on instead of it, by the broker's own bounds
 *     ({@code group.min.session.timeout.ms}, 6 seconds unless said otherwise)
 * @param memory that all state on disk may use for its caches and buffers
 */
@ConfigurationProperties("aftersales.radar")
record RadarSettings(
        @DefaultValue("100ms") Duration commitEvery,
        @DefaultValue("1") int threads,
        @DefaultValue("0") int standbys,
        Path stateDirectory,
        @DefaultValue("10s") Duration missedAfter,
        @DefaultValue("64MB") DataSize memory) {

    RadarSettings {
        if (commitEvery.isNegative() || commitEvery.isZero()) {
            throw new IllegalArgumentException("aftersales.radar.commit-every is more than nothing");
        }
    }
}
