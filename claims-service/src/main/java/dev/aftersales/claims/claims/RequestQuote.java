package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The customer would like to know what it costs. A line whose fault nobody has looked at is diagnosed first; the others are
 * quoted by themselves where everything has its price ({@link OfferQuote}), and else wait for staff.
 */
final class RequestQuote {

    private final Claims claims;
    private final Judge judge;
    private final Clock businessClock;

    RequestQuote(Claims claims, Judge judge, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.businessClock = businessClock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It was taken down, by this request or by an earlier one. */
        record Requested(Claim claim) implements Outcome {}

        /** No line stands where there is something to quote; nothing changed. */
        record NothingToQuote(ClaimState state) implements Outcome {}
    }

    /** @param named lines; empty for all that can be quoted */
    Outcome request(Caller caller, Claim seen, Set<Integer> named) {
        return claims.<Outcome>decide(seen.id(), claim -> {
                    List<ClaimLine> asked = claim.lines().stream()
                            .filter(line -> named.isEmpty() || named.contains(line.line()))
                            .toList();
                    List<ClaimLine> open = asked.stream()
                            .filter(line -> line.state() instanceof LineState.Quotable && !line.awaitsQuote())
                            .toList();
                    if (open.isEmpty()) {
                        return Decision.refuse(
                                asked.stream().anyMatch(ClaimLine::awaitsQuote)
                                        ? new Outcome.Requested(claim)
                                        : new Outcome.NothingToQuote(claim.state()));
                    }
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Change<Claim> change = requested(new Amendment(claim, now), open, Actor.of(caller));
                    return Decision.commit(change.state(), new Outcome.Requested(change.state()), change.events());
                })
                .orElseThrow();
    }

    private Change<Claim> requested(Amendment amendment, List<ClaimLine> open, Actor by) {
        amendment.note(
                TimelineEntry.What.QUOTE_REQUESTED,
                by,
                open.stream().map(ClaimLine::line).toList(),
                null);
        List<UnitLine> toDiagnose = new ArrayList<>();
        for (ClaimLine line : open) {
            ClaimLine asked = line.quoteRequested(amendment.now());
            if (line.conclusion() == null && line.state() instanceof LineState.Quotable answered) {
                amendment.put(asked.at(answered.lookedInto()));
                toDiagnose.add(line.unit());
            } else {
                amendment.put(asked);
            }
        }
        OfferQuote.noteUnpriced(
                amendment,
                open.stream().filter(line -> line.conclusion() != null).toList());
        Claim claim = amendment.before();
        amendment.tell(new QuoteRequested(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                open.stream().map(ClaimLine::line).toList(),
                toDiagnose.isEmpty()
                        ? null
                        : toDiagnose.stream().map(UnitLine::line).toList(),
                amendment.now()));
        if (!toDiagnose.isEmpty()) {
            amendment.note(
                    TimelineEntry.What.ADMITTED_TO_DIAGNOSIS,
                    by,
                    toDiagnose.stream().map(UnitLine::line).toList(),
                    null);
            Judging.requestDiagnosis(amendment, toDiagnose, judge.policy(claim).causes());
        }
        return amendment.done();
    }
}
