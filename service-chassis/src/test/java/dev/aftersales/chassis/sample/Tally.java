package dev.aftersales.chassis.sample;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what happened to it. */
public record Tally(String id, String vendor, int count, Instant last) {

    public Tally plusOne(Instant at) {
        return new Tally(id, vendor, count + 1, at);
    }

    public Event told() {
        return new DiagnosisStarted(id, vendor, DiagnosisStarted.Mode.CATALOGUE, last);
    }

    public Map<String, @Nullable Object> queryFields() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("count", count);
        fields.put("even", count % 2 == 0 ? true : null);
        return fields;
    }
}
