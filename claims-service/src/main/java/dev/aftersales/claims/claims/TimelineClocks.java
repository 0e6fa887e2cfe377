package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the deadlines of a claim are reckoned from that was kept before there were any: its timeline is gone through once
 * more, and {@link ClaimHistory} reads each step as it reads a change. What the timeline does not tell counts as of its end.
 */
final class TimelineClocks {

    private static final Pattern QUOTE = Pattern.compile("quote (\\d{1,9})\\b.*");

    private final Claim claim;
    private final Map<Integer, LineState> states = new HashMap<>();

    private TimelineClocks(Claim claim) {
        this.claim = claim;
        // What every line begins with; a line that is first told of later was split off one that waited.
        claim.lines().forEach(line -> states.put(line.line(), new LineState.AwaitingEvidence()));
    }

    static ClaimClocks of(Claim claim) {
        return new TimelineClocks(claim).read();
    }

    private ClaimClocks read() {
        Claim before = null;
        List<TimelineEntry> timeline = claim.timeline();
        for (int told = 1; told <= timeline.size(); told++) {
            TimelineEntry entry = timeline.get(told - 1);
            tell(entry);
            // Entries of one time are one change.
            if (told == timeline.size() || !timeline.get(told).time().equals(entry.time())) {
                before = after(before, at(before, told));
            }
        }
        return after(before, with(claim, before)).clocks();
    }

    private Claim at(@Nullable Claim before, int told) {
        return with(claim, before)
                .change()
                .lines(claim.lines().stream()
                        .map(line -> line.at(states.getOrDefault(line.line(), line.state())))
                        .toList())
                .timeline(claim.timeline().subList(0, told))
                .done();
    }

    private static Claim with(Claim claim, @Nullable Claim before) {
        return before == null ? claim : claim.change().clocks(before.clocks()).done();
    }

    private static Claim after(@Nullable Claim before, Claim after) {
        return after.change().clocks(ClaimHistory.after(before, after)).done();
    }

    private void tell(TimelineEntry entry) {
        Way way = way(entry);
        entry.lines().forEach(line -> states.computeIfPresent(line, way::from));
    }

    /** How an entry moves a line that it is about. */
    @FunctionalInterface
    private interface Way {

        /** No clock hangs on it, or the claim and its lines tell of it themselves. */
        Way NOWHERE = (line, state) -> state;

        static Way to(LineState next) {
            return (line, state) -> next;
        }

        LineState from(int line, LineState state);
    }

    /** An expression, so that nobody adds a kind of entry without saying here what clocks make of it. */
    private Way way(TimelineEntry entry) {
        return switch (entry.what()) {
            case EVIDENCE_REQUESTED -> Way.to(new LineState.AwaitingEvidence());
            case ADMITTED_TO_DIAGNOSIS -> Way.to(new LineState.InDiagnosis());
            case REVIEW_REQUESTED, COVERAGE_DISPUTED -> Way.to(new LineState.InReview(false));
            // Said again of a line that is quoted, it takes no quote back: that is said by itself.
            case NOT_COVERED, PARTLY_COVERED -> (line, state) -> state instanceof LineState.Quoted ? state : answered();
            case DISPUTE_REJECTED -> Way.to(answered());
            case REDIRECTED -> Way.to(new LineState.Redirected());
            case COVERED, SERVICE_AUTHORISED, WAITING_FOR_SERVICE ->
                Way.to(new LineState.Authorised(route(entry.note())));
            case QUOTE_ISSUED -> Way.to(new LineState.Quoted(quote(entry.note()), answered()));
            case QUOTE_REFUSED, QUOTE_EXPIRED, QUOTE_REPLACED ->
                (line, state) -> state instanceof LineState.Quoted quoted && quoted.quote() == quote(entry.note())
                        ? quoted.setAside()
                        : state;
            // Where nothing waits for the payment, the service is said to begin in the same moment.
            case QUOTE_ACCEPTED -> Way.to(new LineState.PaymentAwaited(quote(entry.note()), Route.PARTS));
            case PARTS_DISPATCHED -> (line, state) -> dispatched(line, entry.time());
            case DELIVERED -> Way.to(new LineState.Delivered("", entry.time()));
            case EXPIRED -> Way.to(new LineState.Expired(entry.time()));
            case SUBMITTED,
                    ACKNOWLEDGED,
                    EVIDENCE_RECEIVED,
                    SERIAL_CORRECTED,
                    DIAGNOSIS_STARTED,
                    DIAGNOSIS_COMPLETED,
                    SUSPICION_CONFIRMED,
                    SUSPICION_DISMISSED,
                    GOODWILL_GRANTED,
                    DISPUTE_UPHELD,
                    DOCUMENT_EXAMINED,
                    EXAMINED_TOO_LATE,
                    QUOTE_REQUESTED,
                    QUOTE_UNPRICED,
                    PAYMENT_RECEIVED,
                    PAYMENT_HELD,
                    PAYMENT_NOT_APPLIED,
                    PAYMENT_SETTLED,
                    PARTS_BACKORDERED,
                    PARTS_RESERVED,
                    PARTS_RELEASED,
                    DEVICE_SENT,
                    DEVICE_RECEIVED,
                    CUSTOMER_ANSWERED,
                    REMINDED,
                    DEADLINE_WARNED,
                    DEADLINE_BREACHED,
                    DEADLINE_ESCALATED,
                    CLOSING_HELD,
                    DECIDED_IN_BULK,
                    BATCH_ISSUE_LINKED,
                    BATCH_ISSUE_LEFT,
                    BATCH_ISSUE_CLOSED,
                    CLOSED -> Way.NOWHERE;
        };
    }

    /** The line itself says when that was, until it is delivered. */
    private LineState dispatched(int line, Instant told) {
        return claim.line(line).map(ClaimLine::state).orElse(null) instanceof LineState.Dispatched dispatched
                ? dispatched
                : new LineState.Dispatched("", null, null, told);
    }

    private LineState.Quotable answered() {
        return new LineState.NotCovered(Judging.quoteRoute(claim));
    }

    private static Route route(@Nullable String note) {
        for (Route route : Route.values()) {
            if (route.name().equals(note)) {
                return route;
            }
        }
        return Route.REMOTE_SUPPORT;
    }

    private static int quote(@Nullable String note) {
        Matcher matcher = QUOTE.matcher(note == null ? "" : note);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
