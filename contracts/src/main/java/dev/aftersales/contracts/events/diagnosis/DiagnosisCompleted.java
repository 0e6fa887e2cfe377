package dev.aftersales.contracts.events.diagnosis;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the units, and by whose word.
 */
@EventContract(type = "diagnosis.diagnosis-completed.v1", topic = Topic.DIAGNOSIS)
public record DiagnosisCompleted(
        String claimId, String vendor, Confirmer confirmedBy, Instant concludedAt, List<Line> lines) implements Event {
    public DiagnosisCompleted {
        lines = List.copyOf(lines);
    }

    /**
     * By whose word.
     *
     * @param id of the technician, or of the catalogue entry
     */
    public record Confirmer(Kind kind, String id) {
        /** A person, or the vendor's fault catalogue. */
        public enum Kind {
            CATALOGUE,
            TECHNICIAN
        }
    }

    /**
     * The conclusion on one line.
     *
     * @param cause in the policy's vocabulary of causes, for example {@code WORKMANSHIP} or {@code WATER_INGRESS}
     * @param causeConfirmed false when it is a suspicion without proof, which a person must review
     * @param findings codes of what was seen; free text stays in the case
     * @param labourHours hours of the vendor's work that curing all of the line takes, a decimal such as {@code 1.5}; absent
     *     where nobody said
     * @param component the component of the unit that failed, by the policy's name for it; absent where nobody said
     * @param faultFamily of faults that are alike, by the vendor's catalogue, or the fault code itself where it names none
     *     (A?8); absent in events of before it was told
     */
    public record Line(
            int line,
            String cause,
            boolean causeConfirmed,
            FaultClass faultClass,
            Route disposition,
            List<PartQuantity> parts,
            List<String> findings,
            @Nullable String labourHours,
            @Nullable String component,
            @Nullable String faultFamily) {
        public Line {
            parts = List.copyOf(parts);
            findings = List.copyOf(findings);
        }

        /** A conclusion that names neither component nor family. */
        public Line(
                int line,
                String cause,
                boolean causeConfirmed,
                FaultClass faultClass,
                Route disposition,
                List<PartQuantity> parts,
                List<String> findings,
                @Nullable String labourHours) {
            this(line, cause, causeConfirmed, faultClass, disposition, parts, findings, labourHours, null, null);
        }
    }
}
