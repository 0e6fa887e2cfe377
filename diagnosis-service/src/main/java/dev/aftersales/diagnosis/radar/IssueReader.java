package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads from the events of batch issues that one was closed, keyed by its group. */
final class IssueReader implements Processor<String, byte[], String, GroupNews> {

    static final Heard<Closing> EVENTS = new Heard<Closing>().as(BatchIssueResolved.class, Closing::of);

    private final Intake intake;
    private @Nullable ProcessorContext<String, GroupNews> context;
    private @Nullable Prompt prompt;

    private IssueReader(Intake intake) {
        this.intake = intake;
    }

    static ProcessorSupplier<String, byte[], String, GroupNews> supplier(Intake intake) {
        return () -> new IssueReader(intake);
    }

    /** The closing of a group's episode. */
    record Closing(String group, GroupNews news) {

        static Closing of(BatchIssueResolved resolved) {
            return new Closing(
                    Objects.requireNonNull(resolved.groupId(), "groupId"),
                    GroupNews.resolved(
                            resolved.episode(), Objects.requireNonNull(resolved.resolvedAt(), "resolvedAt")));
        }
    }

    @Override
    public void init(ProcessorContext<String, GroupNews> processorContext) {
        context = processorContext;
        prompt = new Prompt(processorContext);
        intake.begin();
    }

    @Override
    public void process(Record<String, byte[]> said) {
        ProcessorContext<String, GroupNews> onwards = Objects.requireNonNull(context);
        intake.read(EVENTS, said, onwards).ifPresent(closing -> {
            onwards.forward(new Record<>(closing.group(), closing.news(), said.timestamp()));
            Objects.requireNonNull(prompt).next(said.timestamp());
        });
    }
}
