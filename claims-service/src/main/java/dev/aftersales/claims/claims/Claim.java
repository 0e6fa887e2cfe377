package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.contracts.events.CustomerRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's claim against a vendor: what was said, the lines with their verdicts, and all that happened. Its state is
 * {@link #state() derived} from the lines.
 *
 * @param organisation the customer company
 * @param submittedBy the person's id
 * @param submittedAt test instant of every term
 * @param policyVersion bound at acceptance, for good
 * @param description in the customer's words: personal data may be in it, so that it leaves the store only to a reader
 * @param declaredCause what the customer says it was; a suspicion at most
 * @param acknowledgedAt when the acknowledgment was accepted for delivery (A4.3, reading A?4); absent until then
 * @param closedAt absent while the claim is open
 */
public record Claim(
        String id,
        String vendor,
        String organisation,
        CustomerRef customer,
        String submittedBy,
        Instant submittedAt,
        String policyVersion,
        String contractNumber,
        String model,
        String faultCode,
        String description,
        @Nullable String declaredCause,
        List<EvidenceItem> evidence,
        List<ClaimLine> lines,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        List<TimelineEntry> timeline,
        FirstAnswer firstAnswer) {

    /** The most lines that a claim may have; a larger import becomes several claims. */
    public static final int MAX_LINES = 1_000;

    public Claim {
        evidence = List.copyOf(evidence);
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a claim has 1 to " + MAX_LINES + " lines");
        }
    }

    /** Where the claim stands. */
    public ClaimState state() {
        return ClaimState.of(lines, closedAt != null);
    }

    /** Ids of the evidence that the claim rests on. */
    public List<String> evidenceIds() {
        return evidence.stream().map(EvidenceItem::id).toList();
    }

    Claim withFirstAnswer(FirstAnswer answer) {
        return new Claim(
                id,
                vendor,
                organisation,
                customer,
                submittedBy,
                submittedAt,
                policyVersion,
                contractNumber,
                model,
                faultCode,
                description,
                declaredCause,
                evidence,
                lines,
                acknowledgedAt,
                closedAt,
                timeline,
                answer);
    }
}
