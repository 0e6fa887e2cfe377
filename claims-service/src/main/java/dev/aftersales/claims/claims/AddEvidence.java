package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import dev.aftersales.contracts.events.UnitLine;
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
import org.jspecify.annotations.Nullable;

/**
 * The customer answers a request for evidence: files, serials, papers, the contract, consents, or that something will not
 * come. The vendor's staff may also file what a review will rest on. Repeating the answer changes nothing.
 */
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

        /** The company has no contract of that number with the vendor. */
        record ContractUnknown(String contractNumber) implements Outcome {}

        /** The claim is judged under another contract already. */
        record OtherContract(String contractNumber) implements Outcome {}

        /** Something that the policy cannot make anything of. */
        record NotTaken(SaidCheck.Refusal refusal) implements Outcome {}

        /** The claim has as many papers as it may have. */
        record TooManyDocuments() implements Outcome {}

        /** By the contract the unit is of another model than the one that is claimed (A4.2). */
        record ModelMismatch(int line, String serial, String model) implements Outcome {}
    }

    /**
     * What is added.
     *
     * @param evidenceIds files, those that show papers among them
     * @param contractNumber absent when none is named
     */
    record Addition(
            List<String> evidenceIds,
            List<UnitSerial> serials,
            @Nullable String contractNumber,
            Said said) {

        boolean isOfFilesAlone() {
            return serials.isEmpty() && contractNumber == null && said.isEmpty();
        }
    }

    /** A serial for one unit of a line. */
    record UnitSerial(int line, String serial) {}

    /** Adds to a claim that the caller may see. */
    Outcome add(Caller caller, Claim seen, Addition addition) {
        for (UnitSerial unit : addition.serials()) {
            if (seen.line(unit.line()).isEmpty()) {
                return new Outcome.SerialRefused(unit.line(), "the claim has no such line");
            }
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isThere(caller, seen, addition, now)) {
            return new Outcome.Added(seen);
        }
        if (!isAwaited(caller, seen, addition)) {
            return new Outcome.NotAwaited(seen.state());
        }
        Optional<SaidCheck.Refusal> refusal = new SaidCheck(judge.policy(seen), now)
                .refusal(
                        addition.said(),
                        seen.lines().stream().map(ClaimLine::line).toList());
        if (refusal.isPresent()) {
            return new Outcome.NotTaken(refusal.get());
        }
        List<EvidenceItem> items;
        switch (evidence.reserve(
                seen.id(), seen.vendor(), seen.organisation(), ClaimAccess.isStaff(caller), addition.evidenceIds())) {
            case Reservation.Unusable unusable -> {
                return new Outcome.Unusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        return claims.<Outcome>decide(seen.id(), claim -> decide(caller, claim, addition, items, now))
                .orElseThrow();
    }

    private Decision<Claim, Outcome> decide(
            Caller caller, Claim claim, Addition addition, List<EvidenceItem> items, Instant now) {
        if (isThere(caller, claim, addition, now)) {
            return Decision.refuse(new Outcome.Added(claim));
        }
        if (!isAwaited(caller, claim, addition)) {
            return Decision.refuse(new Outcome.NotAwaited(claim.state()));
        }
        List<UnitSerial> serials = addition.serials();
        Amendment amendment = new Amendment(claim, now);
        amendment.add(items);
        Optional<Outcome> contradiction = contradiction(amendment, addition.contractNumber());
        if (contradiction.isPresent()) {
            return Decision.refuse(contradiction.get());
        }
        Optional<Outcome> refusal = findContract(amendment, serials)
                .or(() -> identify(amendment, serials, Actor.of(caller), installed(amendment.claim(), serials)));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        amendment.particulars(claim.particulars().and(addition.said().particulars(caller, now)));
        amendment.bring(addition.said().documents(caller, now));
        if (amendment.claim().documents().size() > ClaimDocument.MOST) {
            return Decision.refuse(new Outcome.TooManyDocuments());
        }
        amendment.note(
                TimelineEntry.What.EVIDENCE_RECEIVED,
                Actor.of(caller),
                serials.stream().map(UnitSerial::line).distinct().sorted().toList(),
                null);
        amendment.tell(new EvidenceReceived(
                claim.id(), claim.vendor(), addition.evidenceIds(), standingOtherwise(claim, amendment.claim())));
        new Judging(amendment, judge).apply(judged(amendment.claim()));
        Change<Claim> change = amendment.done();
        return Decision.commit(change.state(), new Outcome.Added(change.state()), change.events());
    }

    /** Names the contract where none was named; one that contradicts what is known is refused. */
    private Optional<Outcome> contradiction(Amendment amendment, @Nullable String named) {
        Claim claim = amendment.before();
        if (named == null || named.equals(claim.contractNumber())) {
            return Optional.empty();
        }
        if (contracts.find(claim.vendor(), named, claim.organisation()).isEmpty()) {
            return Optional.of(new Outcome.ContractUnknown(named));
        }
        Optional<String> other = claim.contract().filter(known -> !known.equals(named));
        if (other.isPresent()) {
            return Optional.of(new Outcome.OtherContract(other.get()));
        }
        amendment.contractNumber(named);
        amendment.soldUnder(null);
        return Optional.empty();
    }

    /** Without a contract so far, the units that are named now may tell it. */
    private Optional<Outcome> findContract(Amendment amendment, List<UnitSerial> serials) {
        Claim claim = amendment.claim();
        if (serials.isEmpty() || claim.contract().isPresent()) {
            return Optional.empty();
        }
        List<SalesContract> found = SubmitClaim.soldUnder(
                contracts,
                claim.vendor(),
                claim.organisation(),
                serials.stream().map(UnitSerial::serial));
        if (found.size() > 1) {
            return refused(
                    serials.getFirst().line(),
                    "the units stand under several contracts; units of different contracts need a claim each");
        }
        amendment.soldUnder(
                found.stream().findFirst().map(SalesContract::number).orElse(null));
        return Optional.empty();
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
        return InstalledBase.of(
                claim.contract().flatMap(number -> contracts.find(claim.vendor(), number, claim.organisation())),
                wanted);
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
            amendment.splitOff(line, serial, 1);
        }
        int left = line.quantity() - given.size();
        if (left > 0) {
            amendment.splitOff(line, null, left);
        }
    }

    /** Whoever counts units has to hear of each serial and each quantity that is another now. */
    private static @Nullable List<UnitLine> standingOtherwise(Claim before, Claim now) {
        Set<UnitLine> told = before.lines().stream().map(ClaimLine::unit).collect(Collectors.toSet());
        List<UnitLine> otherwise = now.lines().stream()
                .map(ClaimLine::unit)
                .filter(line -> !told.contains(line))
                .toList();
        return otherwise.isEmpty() ? null : otherwise;
    }

    private static Optional<Outcome> refused(int line, String reason) {
        return Optional.of(new Outcome.SerialRefused(line, reason));
    }

    private List<LineOutcome> judged(Claim claim) {
        return judge.judge(claim, numbers(awaiting(claim)));
    }

    /** Staff may also file what a review rests on; the line stays with the reviewer until the review. */
    private static boolean isAwaited(Caller caller, Claim claim, Addition addition) {
        return !awaiting(claim).isEmpty()
                || (ClaimAccess.isStaff(caller)
                        && addition.isOfFilesAlone()
                        && claim.lines().stream().anyMatch(line -> line.state() instanceof LineState.InReview));
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
    private static boolean isThere(Caller caller, Claim claim, Addition addition, Instant now) {
        return claim.evidenceIds().containsAll(addition.evidenceIds())
                && (addition.contractNumber() == null
                        || addition.contractNumber().equals(claim.contractNumber()))
                && claim.particulars().say(addition.said().particulars(caller, now))
                && addition.said().documents(caller, now).stream()
                        .allMatch(document -> claim.documents().stream().anyMatch(before -> before.says(document)))
                && addition.serials().stream().allMatch(unit -> claim.lines().stream()
                        .anyMatch(line ->
                                line.line() >= unit.line() && unit.serial().equals(line.serial())));
    }
}
