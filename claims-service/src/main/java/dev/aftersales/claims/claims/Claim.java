package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.events.CustomerRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's claim against a vendor: what was said, the lines with their verdicts, and all that happened. Its state is
 * {@link #state() derived} from the lines. Whoever changes one starts from {@link #change()}.
 *
 * <p>What was added after the first claims were stored is absent from their documents, and reads as if nothing had been
 * said of it.
 *
 * @param organisation the customer company
 * @param submittedBy the person's id
 * @param submittedAt test instant of every term
 * @param policyVersion bound at acceptance, for good
 * @param contractNumber as the customer named it; absent until then
 * @param soldUnder number of the contract that the claimed units were found under; absent when the customer named one, and
 *     as long as none was found
 * @param description in the customer's words: personal data may be in it, so that it leaves the store only to a reader
 * @param declaredCause what the customer says it was; a suspicion at most
 * @param particulars what else the customer said
 * @param documents papers that came with it, in the order in which they came
 * @param acknowledgedAt when the acknowledgment was accepted for delivery (A4.3, reading A?4); absent until then
 * @param closedAt absent while the claim is open
 * @param decisions every judgement there was, oldest first
 * @param disputes oldest first
 * @param quotes oldest first; each line stands in one open quote at most
 * @param unappliedPayments that pay for nothing, oldest first, settled ones included
 * @param clocks what its deadlines are reckoned from
 * @param batchLinks batch issues in which units of it count, or counted, in the order in which they were heard of
 */
public record Claim(
        String id,
        String vendor,
        String organisation,
        CustomerRef customer,
        String submittedBy,
        Instant submittedAt,
        String policyVersion,
        @Nullable String contractNumber,
        @Nullable String soldUnder,
        String model,
        String faultCode,
        String description,
        @Nullable String declaredCause,
        Particulars particulars,
        List<ClaimDocument> documents,
        List<EvidenceItem> evidence,
        List<ClaimLine> lines,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        List<TimelineEntry> timeline,
        List<DecisionEntry> decisions,
        List<Dispute> disputes,
        List<Quote> quotes,
        List<UnappliedPayment> unappliedPayments,
        ClaimClocks clocks,
        FirstAnswer firstAnswer,
        List<BatchLink> batchLinks) {

    /** The most lines that a claim may have; a larger import becomes several claims. */
    public static final int MAX_LINES = 1_000;

    public Claim {
        particulars = Objects.requireNonNullElse(particulars, Particulars.NONE);
        documents = documents == null ? List.of() : List.copyOf(documents);
        evidence = List.copyOf(evidence);
        lines = List.copyOf(lines);
        timeline = List.copyOf(timeline);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        disputes = disputes == null ? List.of() : List.copyOf(disputes);
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
        unappliedPayments = unappliedPayments == null ? List.of() : List.copyOf(unappliedPayments);
        clocks = Objects.requireNonNullElse(clocks, ClaimClocks.NONE);
        batchLinks = batchLinks == null ? List.of() : List.copyOf(batchLinks);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a claim has 1 to " + MAX_LINES + " lines");
        }
    }

    /** A claim as it was sent, before the first judgement. */
    static Claim submitted(
            String id,
            String vendor,
            String organisation,
            CustomerRef customer,
            String submittedBy,
            Instant submittedAt,
            String policyVersion,
            @Nullable String contractNumber,
            @Nullable String soldUnder,
            String model,
            String faultCode,
            String description,
            @Nullable String declaredCause,
            Particulars particulars,
            List<ClaimDocument> documents,
            List<EvidenceItem> evidence,
            List<ClaimLine> lines,
            FirstAnswer firstAnswer) {
        return new Claim(
                id,
                vendor,
                organisation,
                customer,
                submittedBy,
                submittedAt,
                policyVersion,
                contractNumber,
                soldUnder,
                model,
                faultCode,
                description,
                declaredCause,
                particulars,
                documents,
                evidence,
                lines,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ClaimClocks.NONE,
                firstAnswer,
                List.of());
    }

    /** Where the claim stands. */
    public ClaimState state() {
        return ClaimState.of(lines, closedAt != null);
    }

    /** The contract that the claim is judged under: the one that was named, else the one that the units were found under. */
    public Optional<String> contract() {
        return Optional.ofNullable(contractNumber).or(() -> Optional.ofNullable(soldUnder));
    }

    /** The line of that number. */
    public Optional<ClaimLine> line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst();
    }

    /** The last decision on that line; empty while there was none, and for claims of before decisions were kept. */
    public Optional<DecisionEntry> decision(int line) {
        return decisions.reversed().stream()
                .filter(decision -> decision.lines().contains(line))
                .findFirst();
    }

    /** What a batch issue counts of it; empty where it is not linked with that issue. */
    public Optional<BatchLink> batchLink(String batchIssue) {
        return batchLinks.stream()
                .filter(link -> link.batchIssue().equals(batchIssue))
                .findFirst();
    }

    /** The quote of that number. */
    public Optional<Quote> quote(int number) {
        return quotes.stream().filter(quote -> quote.number() == number).findFirst();
    }

    /** The accepted quote by which the customer pays for that line; empty where the vendor does. */
    public Optional<Quote> paidBy(int line) {
        return quotes.stream()
                .filter(quote -> quote.agreed() && quote.names(line))
                .findFirst();
    }

    /** Ids of the evidence that the claim rests on. */
    public List<String> evidenceIds() {
        return evidence.stream().map(EvidenceItem::id).toList();
    }

    /** A claim that differs from this one in what is set on the change. */
    ClaimChange change() {
        return new ClaimChange(this);
    }
}
