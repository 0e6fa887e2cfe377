package dev.aftersales.claims.batches;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the notices of batch issues.
 *
 * @param settle customers of failed units are told when so long nothing more was heard of them: longer than the second in
 *     which growth is told; 5 seconds unless said otherwise
 * @param settleAtMost but no later than that after the first; 5 minutes unless said otherwise
 */
@ConfigurationProperties("aftersales.batches")
record BatchSettings(@Nullable Duration settle, @Nullable Duration settleAtMost) {

    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration SETTLE_AT_MOST = Duration.ofMinutes(5);

    Duration settleOrUsual() {
        return Objects.requireNonNullElse(settle, SETTLE);
    }

    Duration settleAtMostOrUsual() {
        return Objects.requireNonNullElse(settleAtMost, SETTLE_AT_MOST);
    }
}
