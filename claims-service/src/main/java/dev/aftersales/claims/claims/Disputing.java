package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.Ruling;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer contests clauses with new evidence, and a person decides. What was decided before stays readable. */
final class Disputing {

    /** What a clause may do to a line for the customer to contest it. */
    private static final Set<Effect> AGAINST =
            Set.of(Effect.EXCLUDES, Effect.REDIRECTS, Effect.LACKS_EVIDENCE, Effect.CHARGES);

    /** What is to be agreed is laid on nobody yet: there is nothing that an upheld dispute could take away. */
    private static final String TO_BE_AGREED = "paidByAgreement";

    private final Claims claims;
    private final Judge judge;
    private final Explanations explanations;
    private final EvidenceReservation evidence;
    private final Clock businessClock;

    Disputing(
            Claims claims, Judge judge, Explanations explanations, EvidenceReservation evidence, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.explanations = explanations;
        this.evidence = evidence;
        this.businessClock = businessClock;
    }

    /**
     * What a customer contests.
     *
     * @param evidenceIds files, those that show papers among them
     */
    record Contest(
            Set<Integer> lines,
            Set<String> clauses,
            String statement,
            List<String> evidenceIds,
            @Nullable List<Said.DocumentRequest> documents) {}

    /** What became of a dispute. */
    sealed interface Outcome {

        /**
         * It stands with the claim.
         *
         * @param anew whether this request brought it there, and not an earlier one that said the same
         */
        record Disputed(Claim claim, Dispute dispute, boolean anew) implements Outcome {}

        /** Lines that were named and that the claim does not have; nothing changed. */
        record LinesUnknown(List<Integer> lines) implements Outcome {}

        /** Lines with nothing to contest: not judged yet, covered, disputed already, or served. */
        record LinesNotAnswered(List<Integer> lines) implements Outcome {}

        /** Clauses that do not stand against all of the lines. */
        record ClausesNotAgainst(List<String> clauses, List<String> against) implements Outcome {}

        /** Evidence that does not exist, is another's, or belongs to another claim. */
        record Unusable(List<String> ids) implements Outcome {}

        /** There is nothing in it that was not there when the verdict was given. */
        record NothingNew() implements Outcome {}

        /** Papers that cannot be taken in. */
        record NotTaken(SaidCheck.Refusal refusal) implements Outcome {}

        /** The claim has as many disputes as it may have. */
        record TooMany() implements Outcome {}

        /** The claim has no dispute of that number. */
        record Unknown() implements Outcome {}

        /** It was decided, in another way. */
        record DecidedAlready(Dispute dispute) implements Outcome {}
    }

    /** Contests clauses on a claim that the caller may see. */
    Outcome dispute(Caller caller, Claim seen, Contest contest) {
        Optional<Dispute> repeated = said(seen, contest);
        if (repeated.isPresent()) {
            return new Outcome.Disputed(seen, repeated.get(), false);
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Outcome> refusal = refusal(seen, contest, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<EvidenceItem> items;
        switch (evidence.reserve(seen.id(), seen.vendor(), seen.organisation(), false, contest.evidenceIds())) {
            case Reservation.Unusable unusable -> {
                return new Outcome.Unusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Optional<Dispute> twin = said(claim, contest);
                    if (twin.isPresent()) {
                        return Decision.refuse(new Outcome.Disputed(claim, twin.get(), false));
                    }
                    Optional<Outcome> late = refusal(claim, contest, now);
                    if (late.isPresent()) {
                        return Decision.refuse(late.get());
                    }
                    Dispute dispute = new Dispute(
                            claim.disputes().size() + 1,
                            List.copyOf(new TreeSet<>(contest.lines())),
                            List.copyOf(new TreeSet<>(contest.clauses())),
                            contest.statement(),
                            contest.evidenceIds(),
                            Said.documents(contest.documents(), caller, now),
                            caller.person(),
                            now,
                            null);
                    Change<Claim> change = disputed(new Amendment(claim, now), dispute, items, Actor.of(caller));
                    return Decision.commit(
                            change.state(), new Outcome.Disputed(change.state(), dispute, true), change.events());
                })
                .orElseThrow();
    }

    /** Decides a dispute. */
    Outcome decide(Caller caller, String claimId, int number, Dispute.Outcome outcome, String reason) {
        return claims.<Outcome>decide(claimId, claim -> {
                    Optional<Dispute> found = claim.disputes().stream()
                            .filter(dispute -> dispute.number() == number)
                            .findFirst();
                    if (found.isEmpty()) {
                        return Decision.refuse(new Outcome.Unknown());
                    }
                    Dispute dispute = found.get();
                    Dispute.Decision there = dispute.decision();
                    if (there != null) {
                        boolean same = there.outcome() == outcome
                                && there.by().equals(caller.person())
                                && there.reason().equals(reason);
                        return Decision.refuse(
                                same
                                        ? new Outcome.Disputed(claim, dispute, false)
                                        : new Outcome.DecidedAlready(dispute));
                    }
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Dispute decided = dispute.decided(new Dispute.Decision(outcome, reason, caller.person(), now));
                    Amendment amendment = new Amendment(claim, now);
                    amendment.put(decided);
                    switch (outcome) {
                        case UPHELD -> upheld(amendment, decided, caller);
                        case REJECTED -> rejected(amendment, decided, caller);
                    }
                    Change<Claim> change = amendment.done();
                    return Decision.commit(
                            change.state(), new Outcome.Disputed(change.state(), decided, true), change.events());
                })
                .orElseThrow();
    }

    private static Optional<Dispute> said(Claim claim, Contest contest) {
        return claim.disputes().stream()
                .filter(dispute -> Set.copyOf(dispute.lines()).equals(contest.lines())
                        && Set.copyOf(dispute.clauses()).equals(contest.clauses())
                        && dispute.statement().equals(contest.statement())
                        && Set.copyOf(dispute.evidenceIds()).equals(Set.copyOf(contest.evidenceIds())))
                .findFirst();
    }

    private Optional<Outcome> refusal(Claim claim, Contest contest, Instant now) {
        List<Integer> unknown = contest.lines().stream()
                .filter(line -> claim.line(line).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of(new Outcome.LinesUnknown(unknown));
        }
        List<ClaimLine> lines = claim.lines().stream()
                .filter(line -> contest.lines().contains(line.line()))
                .toList();
        List<Integer> notAnswered = lines.stream()
                .filter(line -> !(line.state() instanceof LineState.Answered))
                .map(ClaimLine::line)
                .toList();
        if (!notAnswered.isEmpty()) {
            return Optional.of(new Outcome.LinesNotAnswered(notAnswered));
        }
        Set<String> against = against(lines);
        List<String> others = contest.clauses().stream()
                .filter(clause -> !against.contains(clause))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            return Optional.of(new Outcome.ClausesNotAgainst(others, List.copyOf(against)));
        }
        if (claim.disputes().size() >= Dispute.MOST) {
            return Optional.of(new Outcome.TooMany());
        }
        boolean newFiles = !Set.copyOf(claim.evidenceIds()).containsAll(contest.evidenceIds());
        if (!newFiles && (contest.documents() == null || contest.documents().isEmpty())) {
            return Optional.of(new Outcome.NothingNew());
        }
        return new SaidCheck(judge.policy(claim), now)
                .documents(contest.documents(), contest.lines())
                .map(Outcome.NotTaken::new);
    }

    /** The clauses that stand against every one of these lines. */
    private Set<String> against(List<ClaimLine> lines) {
        Map<String, Explanation> because = because(lines);
        Set<String> against = null;
        for (ClaimLine line : lines) {
            Explanation explanation = because.get(Objects.requireNonNullElse(line.explanationId(), ""));
            Set<String> ofLine = explanation == null
                    ? Set.of()
                    : explanation.citations().stream()
                            .filter(Disputing::isAgainst)
                            .map(citation -> citation.clause())
                            .collect(Collectors.toSet());
            if (against == null) {
                against = new TreeSet<>(ofLine);
            } else {
                against.retainAll(ofLine);
            }
        }
        return against == null ? Set.of() : against;
    }

    private static boolean isAgainst(Citation citation) {
        return AGAINST.contains(citation.effect()) && !citation.fact().equals(TO_BE_AGREED);
    }

    private Map<String, Explanation> because(Collection<ClaimLine> lines) {
        return explanations.find(lines.stream()
                .map(ClaimLine::explanationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    static Change<Claim> disputed(Amendment amendment, Dispute dispute, List<EvidenceItem> items, Actor actor) {
        Claim claim = amendment.before();
        amendment.add(items);
        amendment.put(dispute);
        dispute.lines().forEach(number -> amendment.line(number).ifPresent(line -> {
            if (line.state() instanceof LineState.Answered answered) {
                amendment.put(line.at(answered.disputed(dispute.number())));
            }
        }));
        amendment.note(
                TimelineEntry.What.COVERAGE_DISPUTED,
                actor,
                dispute.lines(),
                dispute.clauses(),
                null,
                String.valueOf(dispute.number()));
        amendment.tell(new CoverageDisputed(
                claim.id(),
                claim.vendor(),
                claim.policyVersion(),
                claim.customer(),
                dispute.number(),
                dispute.lines(),
                dispute.clauses(),
                amendment.now(),
                Quoting.overtaken(amendment)));
        return amendment.done();
    }

    /** The clauses count as dismissed for these lines, and the papers count, by the word of who upheld it: they are judged anew. */
    private void upheld(Amendment amendment, Dispute dispute, Caller caller) {
        Ruling ruling = new Ruling(dispute.clauses(), caller.person(), amendment.now());
        Set<Integer> contested = new HashSet<>(dispute.lines());
        amendment.bring(dispute.documents());
        amendment.vouchFor(dispute.documents(), ruling.confirmation());
        dispute.lines().forEach(number -> amendment.line(number).ifPresent(line -> amendment.put(line.ruled(ruling))));
        note(amendment, TimelineEntry.What.DISPUTE_UPHELD, dispute, caller);
        List<Integer> judged = new Judging(amendment, judge, Actor.of(caller))
                .apply(
                        judge.judge(amendment.claim(), contested),
                        new CoverageDecided.DisputeAnswer(dispute.number(), true));
        tell(amendment, dispute, DisputeDecided.Outcome.UPHELD, judged, List.of());
    }

    /** The lines are where they were: the customer is told that, and not the verdict once more. */
    private void rejected(Amendment amendment, Dispute dispute, Caller caller) {
        Claim claim = amendment.before();
        note(amendment, TimelineEntry.What.DISPUTE_REJECTED, dispute, caller);
        CoverageNews news = new CoverageNews(amendment, judge.words(claim));
        List<ClaimLine> lines = new ArrayList<>();
        dispute.lines().forEach(number -> amendment.line(number).ifPresent(lines::add));
        Map<String, Explanation> because = because(lines);
        for (ClaimLine line : lines) {
            if (line.state() instanceof LineState.Disputed contested) {
                amendment.put(line.at(contested.rejected()));
                Verdict verdict = line.verdict();
                Explanation explanation = because.get(Objects.requireNonNullElse(line.explanationId(), ""));
                if (verdict != null && explanation != null) {
                    List<ChargeSplit> charges = claim.decision(line.line())
                            .map(DecisionEntry::charges)
                            .orElse(List.of());
                    news.add(
                            line,
                            verdict,
                            explanation,
                            charges,
                            null,
                            Judging.isQuoted(verdict) ? Judging.quoteRoute(claim) : null,
                            true);
                }
            }
        }
        news.tell(new CoverageDecided.DisputeAnswer(dispute.number(), false));
        tell(amendment, dispute, DisputeDecided.Outcome.REJECTED, List.of(), standing(dispute, because));
        Set<Integer> examined = examinedSince(claim, dispute);
        if (!examined.isEmpty()) {
            new Judging(amendment, judge, Actor.of(caller)).reconsider(judge.judge(amendment.claim(), examined));
        }
    }

    /** The lines of which a paper was looked at while the dispute was open: their answer waited for its end. */
    private static Set<Integer> examinedSince(Claim claim, Dispute dispute) {
        List<ClaimDocument> examined = claim.documents().stream()
                .filter(paper -> paper.isExaminedSince(dispute.at()))
                .toList();
        return dispute.lines().stream()
                .filter(line -> examined.stream().anyMatch(paper -> paper.isOf(line)))
                .collect(Collectors.toSet());
    }

    /** What the contested clauses say, each once: they stand against all of the lines alike. */
    private static List<DisputeDecided.Standing> standing(Dispute dispute, Map<String, Explanation> because) {
        Map<String, DisputeDecided.Standing> standing = new TreeMap<>();
        because.values().stream()
                .flatMap(explanation -> explanation.citations().stream())
                .filter(citation -> isAgainst(citation) && dispute.clauses().contains(citation.clause()))
                .forEach(citation -> standing.putIfAbsent(
                        citation.clause(),
                        new DisputeDecided.Standing(
                                citation.clause(),
                                new CoverageDecided.Words(
                                        citation.text().en(), citation.text().zh()),
                                citation.reading())));
        return List.copyOf(standing.values());
    }

    /**
     * The customer hears how it ended even where no verdict comes of it yet.
     *
     * @param judged lines whose new verdict is told in the same write
     */
    private static void tell(
            Amendment amendment,
            Dispute dispute,
            DisputeDecided.Outcome outcome,
            List<Integer> judged,
            List<DisputeDecided.Standing> standing) {
        Claim claim = amendment.before();
        amendment.tell(new DisputeDecided(
                claim.id(),
                claim.vendor(),
                claim.customer(),
                dispute.number(),
                outcome,
                dispute.lines(),
                dispute.clauses(),
                amendment.now(),
                judged.isEmpty() ? null : judged,
                standing.isEmpty() ? null : standing));
    }

    private static void note(Amendment amendment, TimelineEntry.What what, Dispute dispute, Caller caller) {
        amendment.note(
                what, Actor.of(caller), dispute.lines(), dispute.clauses(), null, String.valueOf(dispute.number()));
    }
}
