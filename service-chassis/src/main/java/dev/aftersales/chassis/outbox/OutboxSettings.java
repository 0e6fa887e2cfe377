package dev.aftersales.chassis.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the relay.
 *
 * @param lanes aggregates whose events are on their way at the same time; beyond it the sweep takes over, so that memory
 *     is bounded while the broker is down
 * @param sweepEvery how often the sweep looks for what no wake-up brought to the broker
 * @param sweepAge how old a pending event is before the sweep takes it
 */
@ConfigurationProperties("aftersales.outbox")
public record OutboxSettings(
        @DefaultValue("4000") int lanes,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("2s") Duration sweepAge) {}
