package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes alarms as events of the suite. */
final class AlarmWriter implements Processor<String, Alarm, String, byte[]> {

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
                        told.key(),
                        json.writeValueAsBytes(event),
                        told.timestamp(),
                        Envelope.of(Topic.BATCH_ALARMS, alarm, event, clock.instant())));
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
                    alarm.reachedAt(),
                    lines(alarm.came()),
                    lines(alarm.went()));
        }
        return new ThresholdReached(
                alarm.group().vendor(),
                alarm.groupId(),
                alarm.episode(),
                detection.policyVersion(),
                detection.rule(),
                alarm.group().told(),
                alarm.tally().units(),
                alarm.tally().unverified(),
                detection.at(),
                detection.by(),
                lines(alarm.came()));
    }

    private static List<CountedLine> lines(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new CountedLine(
                        entry.claimId(), entry.line(), entry.serial(), entry.quantity(), entry.at(), entry.faultCode()))
                .toList();
    }
}
