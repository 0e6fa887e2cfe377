package dev.aftersales.chassis.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the listeners.
 *
 * @param concurrency consumers for each topic in this instance; all instances together need no more than the partitions
 * @param retries further tries of a record that failed for a reason of its own, before it is dead-lettered
 * @param outageWait how long a topic rests during an outage before the same record is tried again
 */
@ConfigurationProperties("aftersales.reactions")
public record ReactionSettings(
        @DefaultValue("1") int concurrency,
        @DefaultValue("2") int retries,
        @DefaultValue("1s") Duration outageWait) {}
