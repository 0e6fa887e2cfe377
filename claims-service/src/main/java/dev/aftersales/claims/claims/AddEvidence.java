package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The customer answers a request for evidence: files, serials, or both. Repeating the answer changes nothing. */
final class AddEvidence {

    private final Claims claims;
    private final Judge judge;
    private final Contracts contracts;
    private final EvidenceReservation evidence;
    private final Clock businessClock;

    AddEvidence(Claims claims, Judge judge, Contracts contracts, EvidenceReservation evidence, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.contracts = contracts;
        this.evidence = evidence;
        this.businessClock = businessClock;
    }

    /** What became of the addition. */
    sealed interface Outcome {

        /** It is there, by this request or by an earlier one of the same content. */
        record Added(Claim claim) implements Outcome {}

        /** No line waits for evidence; nothing changed. */
        record NotAwaited(ClaimState state) implements Outcome {}

        /** Evidence that does not exist, is another's, or belongs to another claim. */
        record Unusable(List<String> ids) implements Outcome {}

        /** A serial that cannot be given to that line. */
        record SerialRefused(int line, String reason) implements Outcome {}

        /** By the contract the unit is of another model than the one that is claimed (A4.2). */
        record ModelMismatch(int line, String serial, String model) implements Outcome {}
    }

    /** A serial for one unit of a line. */
    record UnitSerial(int line, String serial) {}

    /** Adds to a claim that the caller may see. */
    Outcome add(Caller caller, Claim seen, List<String> evidenceIds, List<UnitSerial> serials) {
        for (UnitSerial unit : serials) {
            if (seen.lines().stream().noneMatch(line -> line.line() == unit.line())) {
                return new Outcome.SerialRefused(unit.line(), "the claim has no such line");
            }
        }
        if (isThere(seen, evidenceIds, serials)) {
            return new Outcome.Added(seen);
        }
        if (awaiting(seen).isEmpty()) {
            return new Outcome.NotAwaited(seen.state());
        }
        List<EvidenceItem> items;
        switch (evidence.reserve(
                seen.id(), seen.vendor(), seen.organisation(), ClaimAccess.isStaff(caller), evidenceIds)) {
            case Reservation.Unusable unusable -> {
                return new Outcome.Unusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        return claims.<Outcome>decide(seen.id(), claim -> decide(caller, claim, evidenceIds, items, serials))
                .orElseThrow();
    }

    private Decision<Claim, Outcome> decide(
            Caller caller, Claim claim, List<String> evidenceIds, List<EvidenceItem> items, List<UnitSerial> serials) {
        if (isThere(claim, evidenceIds, serials)) {
            return Decision.refuse(new Outcome.Added(claim));
        }
        if (awaiting(claim).isEmpty()) {
            return Decision.refuse(new Outcome.NotAwaited(claim.state()));
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Amendment amendment = new Amendment(claim, now);
        amendment.add(items);
        Optional<Outcome> refusal = identify(amendment, serials, Actor.of(caller), installed(claim, serials));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        amendment.note(
                TimelineEntry.What.EVIDENCE_RECEIVED,
                Actor.of(caller),
                serials.stream().map(UnitSerial::line).distinct().sorted().toList(),
                null);
        amendment.tell(new EvidenceReceived(claim.id(), claim.vendor(), evidenceIds));
        new Judging(amendment, Actor.policy(claim.policyVersion())).apply(judged(amendment.claim()));
        Change<Claim> change = amendment.done();
        return Decision.commit(change.state(), new Outcome.Added(change.state()), change.events());
    }

    /**
     * Gives units their serials. Of a line with a quantity each unit that gets one becomes a line of its own, the first
     * under the line's own number. A serial that the contract does not know, or knows for another model, is corrected.
     */
    private static Optional<Outcome> identify(
            Amendment amendment, List<UnitSerial> serials, Actor actor, InstalledBase installed) {
        Set<String> known = serials(amendment.before());
        Map<Integer, List<String>> byLine = new LinkedHashMap<>();
        for (UnitSerial unit : serials) {
            if (!known.add(unit.serial())) {
                return refused(unit.line(), "the serial stands in the claim already");
            }
            byLine.computeIfAbsent(unit.line(), line -> new ArrayList<>()).add(unit.serial());
        }
        for (Map.Entry<Integer, List<String>> entry : byLine.entrySet()) {
            int number = entry.getKey();
            List<String> given = entry.getValue();
            Optional<ClaimLine> found = amendment.line(number);
            if (found.isEmpty()) {
                return refused(number, "the claim has no such line");
            }
            ClaimLine line = found.get();
            if (!(line.state() instanceof LineState.AwaitingEvidence)) {
                return refused(number, "the line does not wait for evidence");
            }
            String before = line.serial();
            if (before != null && installed.isOfModel(before, amendment.before().model())) {
                return refused(number, "the line has a serial already, and the contract knows it");
            }
            if (given.size() > line.quantity()) {
                return refused(number, "the line has only " + line.quantity() + " units");
            }
            for (String serial : given) {
                Optional<UnitFacts> other =
                        installed.ofAnotherModel(serial, amendment.before().model());
                if (other.isPresent()) {
                    return Optional.of(new Outcome.ModelMismatch(
                            number, serial, other.get().model()));
                }
            }
            split(amendment, line, given);
            if (before != null) {
                amendment.note(
                        TimelineEntry.What.SERIAL_CORRECTED,
                        actor,
                        List.of(number),
                        before + " -> " + given.getFirst());
            }
        }
        return amendment.lines().size() > Claim.MAX_LINES
                ? refused(serials.getFirst().line(), "a claim has at most " + Claim.MAX_LINES + " lines")
                : Optional.empty();
    }

    /** What the claim's contract knows of the serials that stand in the claim, and of those that are given now. */
    private InstalledBase installed(Claim claim, List<UnitSerial> given) {
        Set<String> wanted = serials(claim);
        given.forEach(unit -> wanted.add(unit.serial()));
        return InstalledBase.of(contracts.find(claim.vendor(), claim.contractNumber(), claim.organisation()), wanted);
    }

    private static Set<String> serials(Claim claim) {
        return claim.lines().stream()
                .map(ClaimLine::serial)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void split(Amendment amendment, ClaimLine line, List<String> given) {
        amendment.put(line.identified(given.getFirst()));
        for (String serial : given.subList(1, given.size())) {
            amendment.put(line.renumbered(amendment.nextLine(), serial, 1));
        }
        int left = line.quantity() - given.size();
        if (left > 0) {
            amendment.put(line.renumbered(amendment.nextLine(), null, left));
        }
    }

    private static Optional<Outcome> refused(int line, String reason) {
        return Optional.of(new Outcome.SerialRefused(line, reason));
    }

    private List<LineOutcome> judged(Claim claim) {
        List<ClaimLine> waiting = awaiting(claim);
        Set<Integer> first = numbers(
                waiting.stream().filter(line -> line.conclusion() == null).toList());
        Set<Integer> diagnosed = numbers(
                waiting.stream().filter(line -> line.conclusion() != null).toList());
        List<LineOutcome> outcomes = new ArrayList<>();
        if (!first.isEmpty()) {
            outcomes.addAll(judge.judge(claim, first, Pass.FIRST));
        }
        if (!diagnosed.isEmpty()) {
            outcomes.addAll(judge.judge(claim, diagnosed, Pass.AFTER_DIAGNOSIS));
        }
        return outcomes;
    }

    private static Set<Integer> numbers(List<ClaimLine> lines) {
        return lines.stream().map(ClaimLine::line).collect(Collectors.toSet());
    }

    private static List<ClaimLine> awaiting(Claim claim) {
        return claim.lines().stream()
                .filter(line -> line.state() instanceof LineState.AwaitingEvidence)
                .toList();
    }

    /** Whether all of it was said before. A unit that got its serial may be a line of its own since, further on. */
    private static boolean isThere(Claim claim, List<String> evidenceIds, List<UnitSerial> serials) {
        return claim.evidenceIds().containsAll(evidenceIds)
                && serials.stream().allMatch(unit -> claim.lines().stream()
                        .anyMatch(line ->
                                line.line() >= unit.line() && unit.serial().equals(line.serial())));
    }
}
