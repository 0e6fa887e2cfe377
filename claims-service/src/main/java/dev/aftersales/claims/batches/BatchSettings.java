package dev.aftersales.claims.batches;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the notices of batch issues.
 *
 * @param settle so long is waited for more lines before customers of failed units are told: longer than the second in which
 *     growth is told; 3 seconds unless said otherwise
 */
@ConfigurationProperties("aftersales.batches")
record BatchSettings(@Nullable Duration settle) {

    private static final Duration SETTLE = Duration.ofSeconds(3);

    Duration settleOrUsual() {
        return Objects.requireNonNullElse(settle, SETTLE);
    }
}
