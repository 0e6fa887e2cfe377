package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.quotes.Unpriced;
import dev.aftersales.claims.tariffs.Tariff;
import dev.aftersales.claims.tariffs.Tariffs;
import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Quotes by itself what a diagnosis found, and again what the customer asks for, where everything has its price; the rest waits for staff, and the line says why. */
public final class OfferQuote {

    /** Of the reasons of a claim of many lines; each line has all of its own. */
    private static final int MOST_NOTED = 20;

    private final Claims claims;
    private final Judge judge;
    private final Tariffs tariffs;
    private final YearlyCaps caps;

    OfferQuote(Claims claims, Judge judge, Tariffs tariffs, YearlyCaps caps) {
        this.claims = claims;
        this.judge = judge;
        this.tariffs = tariffs;
        this.caps = caps;
    }

    /** Offers what it can of these lines; what it cannot is told. Without either the claim is left alone. */
    public <E extends Event> void offer(Received<E> event, String claimId, Set<Integer> lines) {
        offer(event, claimId, lines, line -> true);
    }

    /** The same for lines whose customer asked for a quote, as far as they still wait for it. */
    public <E extends Event> void offerAsked(Received<E> event, String claimId, Set<Integer> lines) {
        offer(event, claimId, lines, ClaimLine::awaitsQuote);
    }

    private <E extends Event> void offer(
            Received<E> event, String claimId, Set<Integer> lines, Predicate<ClaimLine> quotable) {
        Optional<Claim> there = claims.find(claimId);
        if (there.isEmpty()
                || !drafted(there.get(), chosen(there.get(), lines, quotable), event.time())
                        .saysAnythingTo(there.get())) {
            return;
        }
        claims.react(event, claimId, claim -> offered(claim, chosen(claim, lines, quotable), event.time()));
    }

    private static Set<Integer> chosen(Claim claim, Set<Integer> lines, Predicate<ClaimLine> quotable) {
        return claim.lines().stream()
                .filter(line -> lines.contains(line.line()) && quotable.test(line))
                .map(ClaimLine::line)
                .collect(Collectors.toSet());
    }

    private Change<Claim> offered(Claim claim, Set<Integer> lines, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        AutomaticQuote attempt = drafted(claim, lines, at);
        tellUnpriced(amendment, attempt);
        attempt.offer()
                .ifPresent(offer -> Quoting.issue(
                        amendment,
                        offer.draft()
                                .quote(
                                        claim.quotes().size() + 1,
                                        at,
                                        claim.policyVersion(),
                                        offer.served(),
                                        offer.priced()),
                        Actor.policy(claim.policyVersion()),
                        judge.policy(claim).zone()));
        return amendment.done();
    }

    private static void tellUnpriced(Amendment amendment, AutomaticQuote attempt) {
        List<ClaimLine> waiting = new ArrayList<>();
        attempt.unpriced().forEach((number, missing) -> amendment.line(number).ifPresent(line -> {
            if (!line.unpriced().equals(missing)) {
                ClaimLine told = line.unpriced(missing);
                amendment.put(told);
                if (told.awaitsQuote()) {
                    waiting.add(told);
                }
            }
        }));
        noteUnpriced(amendment, waiting);
    }

    /** Says on the timeline for what the quotes of these lines wait, if they do. */
    static void noteUnpriced(Amendment amendment, List<ClaimLine> waiting) {
        List<ClaimLine> unpriced =
                waiting.stream().filter(line -> !line.unpriced().isEmpty()).toList();
        if (!unpriced.isEmpty()) {
            amendment.note(
                    TimelineEntry.What.QUOTE_UNPRICED,
                    Actor.policy(amendment.before().policyVersion()),
                    unpriced.stream().map(ClaimLine::line).toList(),
                    unpriced.stream()
                            .flatMap(line -> line.unpriced().stream())
                            .map(Unpriced::code)
                            .distinct()
                            .limit(MOST_NOTED)
                            .collect(Collectors.joining(", ")));
        }
    }

    private AutomaticQuote drafted(Claim claim, Set<Integer> lines, Instant at) {
        Set<Integer> diagnosed = claim.lines().stream()
                .filter(line -> lines.contains(line.line()))
                .filter(line -> line.state() instanceof LineState.Quotable && line.conclusion() != null)
                .map(ClaimLine::line)
                .collect(Collectors.toCollection(TreeSet::new));
        return diagnosed.isEmpty() || claim.quotes().size() >= QuoteClaim.MOST
                ? AutomaticQuote.NONE
                : AutomaticQuote.of(
                        judge.policy(claim),
                        claim,
                        judge.judge(claim, diagnosed),
                        tariffs.find(claim.vendor(), Tariff.STANDARD).orElse(null),
                        caps.room(judge.policy(claim), claim, diagnosed, at).orElse(null));
    }
}
