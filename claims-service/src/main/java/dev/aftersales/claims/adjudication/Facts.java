package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a judgement looks at.
 *
 * @param submittedAt the test instant: the claim's first submission, so that evidence that comes later costs no cover
 * @param contractNumber as claimed
 * @param contractKnown whether the vendor has a contract of that number with the claimant
 * @param faultDescribed whether there is a description of the fault
 * @param declaredCause what the customer says it was, in the policy's vocabulary of causes or findings; a suspicion at most
 */
public record Facts(
        Instant submittedAt,
        @Nullable String contractNumber,
        boolean contractKnown,
        @Nullable String model,
        boolean faultDescribed,
        @Nullable String declaredCause,
        List<EvidenceItem> evidence,
        List<LineFacts> lines) {
    public Facts {
        evidence = List.copyOf(evidence);
        lines = List.copyOf(lines);
    }
}
