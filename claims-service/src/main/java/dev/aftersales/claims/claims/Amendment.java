package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** A change of a claim in the making: lines, timeline and events that end up in one write. */
final class Amendment {

    private final Claim before;
    private final Instant now;
    private final Map<Integer, ClaimLine> lines = new LinkedHashMap<>();
    private final List<EvidenceItem> evidence;
    private final List<TimelineEntry> timeline;
    private final List<ClaimDocument> documents;
    private final List<DecisionEntry> decisions;
    private final List<Dispute> disputes;
    private final List<Quote> quotes;
    private final List<UnappliedPayment> unappliedPayments;
    private final List<Event> events = new ArrayList<>();
    private ClaimClocks clocks;

    /** What is set once, not gathered. */
    private final ClaimChange change;

    /** @param now business time of what happens */
    Amendment(Claim before, Instant now) {
        this.before = before;
        this.now = now;
        this.evidence = new ArrayList<>(before.evidence());
        this.timeline = new ArrayList<>(before.timeline());
        this.documents = new ArrayList<>(before.documents());
        this.decisions = new ArrayList<>(before.decisions());
        this.disputes = new ArrayList<>(before.disputes());
        this.quotes = new ArrayList<>(before.quotes());
        this.unappliedPayments = new ArrayList<>(before.unappliedPayments());
        this.change = before.change();
        this.clocks = before.clocks();
        before.lines().forEach(line -> lines.put(line.line(), line));
    }

    Claim before() {
        return before;
    }

    Instant now() {
        return now;
    }

    SequencedCollection<ClaimLine> lines() {
        return List.copyOf(lines.values());
    }

    Optional<ClaimLine> line(int number) {
        return Optional.ofNullable(lines.get(number));
    }

    void put(ClaimLine line) {
        lines.put(line.line(), line);
    }

    /**
     * Makes units of a line a line of their own, to which all has happened that happened to that one.
     *
     * @param serial absent where they have none yet
     */
    void splitOff(ClaimLine from, @Nullable String serial, int units) {
        int number = lines.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        put(from.renumbered(number, serial, units));
        clocks = clocks.splitOff(number, from.line());
        change.clocks(clocks);
    }

    void add(List<EvidenceItem> items) {
        List<String> known = evidence.stream().map(EvidenceItem::id).toList();
        items.stream().filter(item -> !known.contains(item.id())).forEach(evidence::add);
    }

    void acknowledged(Instant at) {
        change.acknowledgedAt(at);
    }

    /** Something happened that nothing else of the change shows, and clocks hang on it. */
    void happened(String event, Instant at, List<Integer> about) {
        clocks = clocks.happened(new Milestone(event, at, about));
        change.clocks(clocks);
    }

    /** Deadlines set something off. */
    void fired(List<Fired> fired) {
        clocks = clocks.fired(fired);
        change.clocks(clocks);
    }

    /** In which batch issues units of the claim count. */
    void batchLinks(List<BatchLink> links) {
        change.batchLinks(links);
    }

    /** The contract that the units were found under. */
    void soldUnder(@Nullable String number) {
        change.soldUnder(number);
    }

    /** The contract that the customer named. */
    void contractNumber(@Nullable String number) {
        change.contractNumber(number);
    }

    /** What the customer said beside the fault, all of it. */
    void particulars(Particulars said) {
        change.particulars(said);
    }

    /** A judgement of lines that were judged alike. */
    void decided(
            Pass pass,
            Actor by,
            @Nullable Verdict verdict,
            String explanationId,
            List<ChargeSplit> charges,
            List<Integer> about) {
        decisions.add(new DecisionEntry(decisions.size() + 1, now, pass, by, verdict, explanationId, charges, about));
    }

    /** Papers that were brought; of those that were brought before, what is new, unless a person examined them since. */
    void bring(List<ClaimDocument> brought) {
        for (ClaimDocument document : brought) {
            if (documents.stream().noneMatch(document::isSameAs)) {
                documents.add(document);
            } else if (documents.stream().noneMatch(before -> before.says(document))) {
                documents.replaceAll(before -> before.isSameAs(document) ? before.and(document) : before);
            }
        }
    }

    /** Of these papers those that a file shows are right by that word, unless a person examined them before. */
    void vouchFor(List<ClaimDocument> brought, Confirmation word) {
        documents.replaceAll(document -> !document.isExamined()
                        && document.document().isShown()
                        && brought.stream().anyMatch(document::isSameAs)
                ? document.vouchedFor(word)
                : document);
    }

    /** The paper as a person found it. */
    void examined(ClaimDocument before, ClaimDocument found) {
        documents.replaceAll(document -> document.equals(before) ? found : document);
    }

    /** The dispute, new or as it stands now. */
    void put(Dispute dispute) {
        disputes.removeIf(there -> there.number() == dispute.number());
        disputes.add(dispute.number() - 1, dispute);
    }

    List<Quote> quotes() {
        return List.copyOf(quotes);
    }

    /** The quote, new or as it stands now. */
    void put(Quote quote) {
        quotes.removeIf(there -> there.number() == quote.number());
        quotes.add(quote.number() - 1, quote);
    }

    List<UnappliedPayment> unappliedPayments() {
        return List.copyOf(unappliedPayments);
    }

    /** The payment, new or as it stands now. */
    void put(UnappliedPayment payment) {
        unappliedPayments.removeIf(there -> there.number() == payment.number());
        unappliedPayments.add(payment.number() - 1, payment);
    }

    void tell(Event event) {
        events.add(event);
    }

    void note(TimelineEntry.What what, Actor actor, List<Integer> about, @Nullable String note) {
        note(what, actor, about, List.of(), null, note);
    }

    void note(
            TimelineEntry.What what,
            Actor actor,
            List<Integer> about,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {
        timeline.add(new TimelineEntry(timeline.size() + 1, now, what, actor, about, clauses, explanationId, note));
    }

    /** The claim as it stands in this amendment. */
    Claim claim() {
        return claim(ended() ? before.closedAt() : null);
    }

    /** Whether every line has reached its end, by a delivery or for want of what the customer was to do. */
    boolean ended() {
        return lines.values().stream()
                .allMatch(line ->
                        line.state() instanceof LineState.Delivered || line.state() instanceof LineState.Expired);
    }

    /** The change; closes the claim in the same write when its last line has reached its end, and opens it when one goes on. */
    Change<Claim> done() {
        Quoting.setAsideOvertaken(this);
        if (ended() && before.closedAt() == null) {
            boolean delivered = lines.values().stream().anyMatch(line -> line.state() instanceof LineState.Delivered);
            if (!delivered) {
                // The news of the last line's end says that the claim is closed.
                return new Change<>(claim(now), events);
            }
            note(TimelineEntry.What.CLOSED, Actor.policy(before.policyVersion()), List.of(), null);
            tell(new ClaimClosed(before.id(), before.vendor(), before.customer(), now));
            return new Change<>(claim(now), events);
        }
        return new Change<>(claim(), events);
    }

    private Claim claim(@Nullable Instant closedAt) {
        return change.documents(documents)
                .evidence(evidence)
                .lines(List.copyOf(lines.values()))
                .closedAt(closedAt)
                .timeline(timeline)
                .decisions(decisions)
                .disputes(disputes)
                .quotes(quotes)
                .unappliedPayments(unappliedPayments)
                .done();
    }
}
