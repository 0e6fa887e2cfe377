package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the events of batch issues that one was closed, keyed by its group. */
final class IssueReader implements Processor<String, byte[], String, GroupNews> {

    private final JsonMapper json;
    private @Nullable ProcessorContext<String, GroupNews> context;

    private IssueReader(JsonMapper json) {
        this.json = json;
    }

    static ProcessorSupplier<String, byte[], String, GroupNews> supplier(JsonMapper json) {
        return () -> new IssueReader(json);
    }

    @Override
    public void init(ProcessorContext<String, GroupNews> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> said) {
        if (ClaimReader.typeOf(said).equals(EventTypes.typeOf(BatchIssueResolved.class))) {
            BatchIssueResolved resolved = json.readValue(said.value(), BatchIssueResolved.class);
            Objects.requireNonNull(context)
                    .forward(new Record<>(
                            resolved.groupId(),
                            GroupNews.resolved(resolved.episode(), resolved.resolvedAt()),
                            said.timestamp()));
        }
    }
}
