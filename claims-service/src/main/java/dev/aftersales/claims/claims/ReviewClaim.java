package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.Doubt;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person settles the suspicion that the engine would not settle alone: an exclusion needs proof or a person's word. */
final class ReviewClaim {

    private final Claims claims;
    private final Judge judge;
    private final EvidenceReservation evidence;
    private final Clock businessClock;

    ReviewClaim(Claims claims, Judge judge, EvidenceReservation evidence, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.evidence = evidence;
        this.businessClock = businessClock;
    }

    /** What became of a review. */
    sealed interface Outcome {

        /** It was taken into account. */
        record Reviewed(Claim claim) implements Outcome {}

        /** No line waits for a review; nothing changed. */
        record NotInReview(ClaimState state) implements Outcome {}

        /** Lines that were named and wait for none; nothing changed. */
        record LinesNotInReview(List<Integer> lines) implements Outcome {}

        /** Lines that were named and that the claim does not have; nothing changed. */
        record LinesUnknown(List<Integer> lines) implements Outcome {}

        /** Files that do not exist, are another's, or belong to another claim; nothing changed. */
        record Unusable(List<String> ids) implements Outcome {}

        /** Of these lines no file shows what was confirmed, and an exclusion needs both; nothing changed. */
        record EvidenceNeeded(List<Integer> lines) implements Outcome {}
    }

    /**
     * The word of a reviewer.
     *
     * @param lines all or nothing of these; empty for every line that waits for a review
     * @param toCustomer why, in words for the customer; absent where none are said
     * @param evidenceIds files that show what the reviewer saw
     * @param bulk id of the bulk decision that it belongs to; absent where it is said of this claim alone
     */
    record Word(
            Set<Integer> lines,
            Review.Outcome outcome,
            String reason,
            @Nullable String toCustomer,
            List<String> evidenceIds,
            @Nullable String bulk) {}

    /** Reviews lines of a claim that the caller may see. */
    Outcome review(Caller caller, Claim seen, Word word) {
        // Asked before any file is taken, so that a refused review rarely keeps one.
        Optional<Outcome> refusal = refusal(seen, word.lines());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<EvidenceItem> items;
        switch (evidence.reserve(
                seen.id(), seen.vendor(), seen.organisation(), ClaimAccess.isStaff(caller), word.evidenceIds())) {
            case Reservation.Unusable unusable -> {
                return new Outcome.Unusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        return claims.<Outcome>decide(seen.id(), claim -> decide(caller, claim, word, items))
                .orElseThrow();
    }

    private Decision<Claim, Outcome> decide(Caller caller, Claim claim, Word word, List<EvidenceItem> items) {
        Optional<Outcome> refusal = refusal(claim, word.lines());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<Integer> reviewed = word.lines().isEmpty() ? waiting(claim) : word.lines();
        List<Integer> numbers = reviewed.stream().sorted().toList();
        Amendment amendment = new Amendment(claim, now);
        bring(amendment, caller, items, numbers);
        Map<String, List<Doubt>> doubts = new HashMap<>();
        numbers.forEach(number -> amendment
                .line(number)
                .ifPresent(line -> amendment.put(line.reviewed(review(caller, word, now, doubts(line, doubts))))));
        amendment.note(
                word.outcome() == Review.Outcome.CONFIRM
                        ? TimelineEntry.What.SUSPICION_CONFIRMED
                        : TimelineEntry.What.SUSPICION_DISMISSED,
                Actor.of(caller),
                numbers,
                null);
        if (word.bulk() != null) {
            amendment.note(TimelineEntry.What.DECIDED_IN_BULK, Actor.of(caller), numbers, word.bulk());
        }
        List<LineOutcome> outcomes = judge.judge(amendment.claim(), reviewed);
        List<Integer> unshown = outcomes.stream()
                .filter(outcome -> outcome instanceof LineOutcome.NeedsReview open && open.lacksFile())
                .map(LineOutcome::line)
                .toList();
        if (!unshown.isEmpty()) {
            return Decision.refuse(new Outcome.EvidenceNeeded(unshown));
        }
        new Judging(amendment, judge, Actor.of(caller)).apply(outcomes);
        outcomes.forEach(judged -> noteDismissal(amendment, judged));
        Change<Claim> change = amendment.done();
        return Decision.commit(change.state(), new Outcome.Reviewed(change.state()), change.events());
    }

    private static Review review(Caller caller, Word word, Instant now, List<Doubt> doubts) {
        List<String> clauses = doubts.stream().map(Doubt::clause).distinct().toList();
        return new Review(caller.person(), word.outcome(), word.reason(), now, clauses, doubts, word.toCustomer());
    }

    /** What is in doubt about the line, by what was said when it was sent to a person. */
    private List<Doubt> doubts(ClaimLine line, Map<String, List<Doubt>> known) {
        String told = line.explanationId();
        return told == null
                ? List.of()
                : known.computeIfAbsent(
                        told,
                        id -> judge.explanation(id).map(Explanation::doubts).orElse(List.of()));
    }

    private static void bring(Amendment amendment, Caller caller, List<EvidenceItem> items, List<Integer> numbers) {
        Claim claim = amendment.before();
        List<String> brought = items.stream()
                .map(EvidenceItem::id)
                .filter(id -> !claim.evidenceIds().contains(id))
                .toList();
        if (!brought.isEmpty()) {
            amendment.add(items);
            amendment.note(TimelineEntry.What.EVIDENCE_RECEIVED, Actor.of(caller), numbers, null);
            amendment.tell(new EvidenceReceived(claim.id(), claim.vendor(), brought, null));
        }
    }

    private static Set<Integer> waiting(Claim claim) {
        return claim.lines().stream()
                .filter(line -> line.state() instanceof LineState.InReview)
                .map(ClaimLine::line)
                .collect(Collectors.toSet());
    }

    /** The line goes on saying what the diagnosis found, but no longer as the cause. */
    private static void noteDismissal(Amendment amendment, LineOutcome outcome) {
        amendment.line(outcome.line()).ifPresent(line -> {
            Conclusion conclusion = line.conclusion();
            if (conclusion != null
                    && outcome.explanation()
                            .dismisses("cause", conclusion.diagnosis().cause())) {
                amendment.put(line.concluded(conclusion.dismissed()));
            }
        });
    }

    private static Optional<Outcome> refusal(Claim claim, Set<Integer> named) {
        Set<Integer> waiting = waiting(claim);
        if (waiting.isEmpty()) {
            return Optional.of(new Outcome.NotInReview(claim.state()));
        }
        Set<Integer> there = claim.lines().stream().map(ClaimLine::line).collect(Collectors.toSet());
        List<Integer> unknown = without(named, there);
        if (!unknown.isEmpty()) {
            return Optional.of(new Outcome.LinesUnknown(unknown));
        }
        List<Integer> settled = without(named, waiting);
        return settled.isEmpty() ? Optional.empty() : Optional.of(new Outcome.LinesNotInReview(settled));
    }

    private static List<Integer> without(Set<Integer> lines, Set<Integer> others) {
        return lines.stream().filter(line -> !others.contains(line)).sorted().toList();
    }
}
