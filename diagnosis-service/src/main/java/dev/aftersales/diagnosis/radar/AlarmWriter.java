package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the radar tells as events of the suite: CloudEvents whose id and sequence are the group's own count. */
final class AlarmWriter implements Processor<String, Alarm, String, byte[]> {

    private static final URI SOURCE = URI.create("/diagnosis-service/radar");

    private final Clock clock;
    private final JsonMapper json;
    private @Nullable ProcessorContext<String, byte[]> context;

    private AlarmWriter(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    static ProcessorSupplier<String, Alarm, String, byte[]> supplier(Clock clock, JsonMapper json) {
        return () -> new AlarmWriter(clock, json);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, Alarm> told) {
        Alarm alarm = told.value();
        Event event = event(alarm);
        Objects.requireNonNull(context)
                .forward(new Record<>(
                        told.key(), json.writeValueAsBytes(event), told.timestamp(), headers(alarm, event)));
    }

    private static Event event(Alarm alarm) {
        Detection detection = alarm.detection();
        if (detection == null) {
            return new GroupGrew(
                    alarm.group().vendor(),
                    alarm.groupId(),
                    alarm.episode(),
                    alarm.tally().units(),
                    alarm.tally().unverified(),
                    lines(alarm.came()),
                    lines(alarm.went()));
        }
        return new ThresholdReached(
                alarm.group().vendor(),
                alarm.groupId(),
                alarm.episode(),
                detection.policyVersion(),
                detection.rule(),
                new UnitGroup(
                        alarm.group().trait(Trait.CONTRACT_HOLDER),
                        alarm.group().trait(Trait.MODEL),
                        alarm.group().trait(Trait.FAULT_FAMILY),
                        alarm.group().trait(Trait.LOT)),
                alarm.tally().units(),
                alarm.tally().unverified(),
                detection.at(),
                lines(alarm.came()));
    }

    private static List<CountedLine> lines(List<Entry> entries) {
        return entries.stream()
                .map(entry ->
                        new CountedLine(entry.claimId(), entry.line(), entry.serial(), entry.quantity(), entry.at()))
                .toList();
    }

    private Headers headers(Alarm alarm, Event event) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", "batch-alarms/" + alarm.groupId() + "/" + alarm.sequence());
        add(headers, "ce_source", SOURCE.toString());
        add(headers, "ce_type", EventTypes.typeOf(event.getClass()));
        add(headers, "ce_subject", alarm.groupId());
        add(headers, "ce_time", clock.instant().toString());
        add(headers, "ce_vendor", event.vendor());
        add(headers, "ce_sequence", Long.toString(alarm.sequence()));
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
