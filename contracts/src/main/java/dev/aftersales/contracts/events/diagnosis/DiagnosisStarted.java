package dev.aftersales.contracts.events.diagnosis;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A case was opened for the claim: answered from the fault catalogue, or waiting for a technician.
 */
@EventContract(type = "diagnosis.diagnosis-started.v1", topic = Topic.DIAGNOSIS)
public record DiagnosisStarted(String claimId, String vendor, Mode mode, Instant startedAt) implements Event {
    /** Who will say what is wrong. */
    public enum Mode {
        CATALOGUE,
        TECHNICIAN
    }
}
