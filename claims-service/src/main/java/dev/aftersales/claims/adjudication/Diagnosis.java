package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the diagnosis says of a line.
 *
 * @param cause in the policy's vocabulary; a code that the policy does not know is legal and leads to a review
 * @param causeConfirmed false when it is a suspicion without proof
 * @param concludedAt when the diagnosis was concluded
 * @param disposition how the technician or the catalogue would serve the line
 * @param findings codes of what was seen; a policy may read observations out of them
 * @param observations by the policy's own names, for example {@code functionalImpact=false} or
 *     {@code serialLabel=ILLEGIBLE}; empty when the findings say it all
 * @param component the component that failed; absent where nobody said
 */
public record Diagnosis(
        String cause,
        boolean causeConfirmed,
        Confirmer confirmedBy,
        Instant concludedAt,
        FaultClass faultClass,
        Route disposition,
        List<String> findings,
        Map<String, String> observations,
        @Nullable String component) {
    public Diagnosis {
        findings = List.copyOf(findings);
        observations = Map.copyOf(observations);
    }

    /** A diagnosis that names no component. */
    public Diagnosis(
            String cause,
            boolean causeConfirmed,
            Confirmer confirmedBy,
            Instant concludedAt,
            FaultClass faultClass,
            Route disposition,
            List<String> findings,
            Map<String, String> observations) {
        this(cause, causeConfirmed, confirmedBy, concludedAt, faultClass, disposition, findings, observations, null);
    }
}
