package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.units.UnitRecorded;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads from the events of the installed base which lot a unit is of. */
final class UnitReader implements Processor<String, byte[], String, UnitNews> {

    /** A unit that left its contract keeps the lot that it was made in; the next contract says it again. */
    static final Heard<UnitNews> EVENTS =
            new Heard<UnitNews>().as(UnitRecorded.class, (unit, at) -> new UnitNews.Entered(unit.lot(), at));

    private final Intake intake;
    private @Nullable ProcessorContext<String, UnitNews> context;
    private @Nullable Prompt prompt;

    private UnitReader(Intake intake) {
        this.intake = intake;
    }

    static ProcessorSupplier<String, byte[], String, UnitNews> supplier(Intake intake) {
        return () -> new UnitReader(intake);
    }

    @Override
    public void init(ProcessorContext<String, UnitNews> processorContext) {
        context = processorContext;
        prompt = new Prompt(processorContext);
        intake.begin();
    }

    @Override
    public void process(Record<String, byte[]> said) {
        ProcessorContext<String, UnitNews> onwards = Objects.requireNonNull(context);
        intake.read(EVENTS, said, onwards).ifPresent(news -> {
            onwards.forward(said.withValue(news));
            Objects.requireNonNull(prompt).next(said.timestamp());
        });
    }
}
