package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a judgement looks at.
 *
 * @param submittedAt the test instant: the claim's first submission, so that evidence that comes later costs no cover
 * @param submittedBy the person who submitted it, by id
 * @param contractNumber as claimed
 * @param contractKnown whether the vendor has a contract of that number with the claimant
 * @param faultDescribed whether there is a description of the fault
 * @param faultDate when the fault showed, as the customer says
 * @param declaredCause what the customer says it was, in the policy's vocabulary of causes or findings; a suspicion at most
 * @param channel by which the claim came
 * @param site where the unit stands, as a code of a region
 * @param consents what the customer agreed to, by item
 * @param unavailable items that the customer says are not to be had, with who said so and when
 */
public record Facts(
        Instant submittedAt,
        String submittedBy,
        @Nullable String contractNumber,
        boolean contractKnown,
        @Nullable String model,
        boolean faultDescribed,
        @Nullable LocalDate faultDate,
        @Nullable String declaredCause,
        @Nullable String channel,
        @Nullable String site,
        Map<String, Consented> consents,
        Map<String, Confirmation> unavailable,
        List<EvidenceItem> evidence,
        ContractTerms contractTerms,
        List<LineFacts> lines) {
    public Facts {
        consents = Map.copyOf(consents);
        unavailable = Map.copyOf(unavailable);
        evidence = List.copyOf(evidence);
        lines = List.copyOf(lines);
    }

    /** Facts of a claim that says no more than every claim says. */
    public Facts(
            Instant submittedAt,
            String submittedBy,
            @Nullable String contractNumber,
            boolean contractKnown,
            @Nullable String model,
            boolean faultDescribed,
            @Nullable String declaredCause,
            List<EvidenceItem> evidence,
            List<LineFacts> lines) {
        this(
                submittedAt,
                submittedBy,
                contractNumber,
                contractKnown,
                model,
                faultDescribed,
                null,
                declaredCause,
                null,
                null,
                Map.of(),
                Map.of(),
                evidence,
                ContractTerms.NONE,
                lines);
    }
}
