package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.units.UnitRecorded;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the events of the installed base which lot a unit is of. */
final class UnitReader implements Processor<String, byte[], String, UnitNews> {

    private final JsonMapper json;
    private @Nullable ProcessorContext<String, UnitNews> context;

    private UnitReader(JsonMapper json) {
        this.json = json;
    }

    static ProcessorSupplier<String, byte[], String, UnitNews> supplier(JsonMapper json) {
        return () -> new UnitReader(json);
    }

    @Override
    public void init(ProcessorContext<String, UnitNews> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> said) {
        // A unit that left its contract keeps the lot that it was made in; the next contract says it again.
        if (ClaimReader.typeOf(said).equals(EventTypes.typeOf(UnitRecorded.class))) {
            UnitRecorded unit = json.readValue(said.value(), UnitRecorded.class);
            Objects.requireNonNull(context).forward(said.withValue(new UnitNews.Entered(unit.lot())));
        }
    }
}
