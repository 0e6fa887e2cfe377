package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes how full groups are as events of the suite. */
final class GaugeWriter implements Processor<String, Gauge, String, byte[]> {

    private final JsonMapper json;
    private @Nullable ProcessorContext<String, byte[]> context;

    private GaugeWriter(JsonMapper json) {
        this.json = json;
    }

    static ProcessorSupplier<String, Gauge, String, byte[]> supplier(JsonMapper json) {
        return () -> new GaugeWriter(json);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, Gauge> told) {
        Gauge gauge = told.value();
        GroupGauged event = event(gauge);
        Objects.requireNonNull(context)
                .forward(new Record<>(
                        told.key(),
                        json.writeValueAsBytes(event),
                        told.timestamp(),
                        Envelope.of(Topic.BATCH_GAUGES, gauge, event, gauge.at())));
    }

    private static GroupGauged event(Gauge gauge) {
        BatchRule rule = gauge.rule().rule();
        return new GroupGauged(
                gauge.group().vendor(),
                gauge.groupId(),
                gauge.group().told(),
                gauge.rule().policyVersion(),
                rule.rule(),
                rule.clause(),
                rule.text(),
                rule.units(),
                rule.window(),
                gauge.tally().units(),
                gauge.tally().unverified(),
                gauge.trend(),
                gauge.firstSeen(),
                gauge.lastSeen(),
                gauge.lots(),
                gauge.claims(),
                gauge.latestClaims(),
                gauge.episode(),
                gauge.open(),
                gauge.at());
    }
}
