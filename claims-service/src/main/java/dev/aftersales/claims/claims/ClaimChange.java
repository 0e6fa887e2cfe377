package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.quotes.Quote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim in the making: all that another one says, except for what is set here. */
final class ClaimChange {

    private final Claim before;
    private @Nullable String contractNumber;
    private @Nullable String soldUnder;
    private Particulars particulars;
    private List<ClaimDocument> documents;
    private List<EvidenceItem> evidence;
    private List<ClaimLine> lines;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant closedAt;
    private List<TimelineEntry> timeline;
    private List<DecisionEntry> decisions;
    private List<Dispute> disputes;
    private List<Quote> quotes;
    private List<UnappliedPayment> unappliedPayments;
    private ClaimClocks clocks;
    private FirstAnswer firstAnswer;
    private List<BatchLink> batchLinks;

    ClaimChange(Claim before) {
        this.before = before;
        this.contractNumber = before.contractNumber();
        this.soldUnder = before.soldUnder();
        this.particulars = before.particulars();
        this.documents = before.documents();
        this.evidence = before.evidence();
        this.lines = before.lines();
        this.acknowledgedAt = before.acknowledgedAt();
        this.closedAt = before.closedAt();
        this.timeline = before.timeline();
        this.decisions = before.decisions();
        this.disputes = before.disputes();
        this.quotes = before.quotes();
        this.unappliedPayments = before.unappliedPayments();
        this.clocks = before.clocks();
        this.firstAnswer = before.firstAnswer();
        this.batchLinks = before.batchLinks();
    }

    ClaimChange contractNumber(@Nullable String named) {
        this.contractNumber = named;
        return this;
    }

    ClaimChange soldUnder(@Nullable String found) {
        this.soldUnder = found;
        return this;
    }

    ClaimChange particulars(Particulars said) {
        this.particulars = said;
        return this;
    }

    ClaimChange documents(List<ClaimDocument> all) {
        this.documents = all;
        return this;
    }

    ClaimChange evidence(List<EvidenceItem> items) {
        this.evidence = items;
        return this;
    }

    ClaimChange lines(List<ClaimLine> all) {
        this.lines = all;
        return this;
    }

    ClaimChange acknowledgedAt(@Nullable Instant at) {
        this.acknowledgedAt = at;
        return this;
    }

    ClaimChange closedAt(@Nullable Instant at) {
        this.closedAt = at;
        return this;
    }

    ClaimChange timeline(List<TimelineEntry> entries) {
        this.timeline = entries;
        return this;
    }

    ClaimChange decisions(List<DecisionEntry> entries) {
        this.decisions = entries;
        return this;
    }

    ClaimChange disputes(List<Dispute> all) {
        this.disputes = all;
        return this;
    }

    ClaimChange quotes(List<Quote> all) {
        this.quotes = all;
        return this;
    }

    ClaimChange unappliedPayments(List<UnappliedPayment> all) {
        this.unappliedPayments = all;
        return this;
    }

    ClaimChange clocks(ClaimClocks all) {
        this.clocks = all;
        return this;
    }

    ClaimChange firstAnswer(FirstAnswer answer) {
        this.firstAnswer = answer;
        return this;
    }

    ClaimChange batchLinks(List<BatchLink> all) {
        this.batchLinks = all;
        return this;
    }

    Claim done() {
        return new Claim(
                before.id(),
                before.vendor(),
                before.organisation(),
                before.customer(),
                before.submittedBy(),
                before.submittedAt(),
                before.policyVersion(),
                contractNumber,
                soldUnder,
                before.model(),
                before.faultCode(),
                before.description(),
                before.declaredCause(),
                particulars,
                documents,
                evidence,
                lines,
                acknowledgedAt,
                closedAt,
                timeline,
                decisions,
                disputes,
                quotes,
                unappliedPayments,
                clocks,
                firstAnswer,
                batchLinks);
    }
}
