package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person says what a paper of a claim is like, or corrects what was said of it; the lines that it is of are judged again
 * with that, those among them that were answered and quoted.
 *
 * <p>A paper is what it is, whatever was done before anybody saw that: so the word always counts for the claim. But what
 * the customer agreed to pay for, or gets already, is not taken back by it, for better or worse. Such lines stay where they
 * are, and the timeline names those that would be answered otherwise, so that a person settles it with the customer.
 */
final class ExamineDocument {

    private final Claims claims;
    private final Judge judge;
    private final Contracts contracts;
    private final EvidenceReservation evidence;
    private final Clock businessClock;

    ExamineDocument(
            Claims claims, Judge judge, Contracts contracts, EvidenceReservation evidence, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.contracts = contracts;
        this.evidence = evidence;
        this.businessClock = businessClock;
    }

    /**
     * What was seen.
     *
     * @param number of the paper; absent for the last one of the kind
     * @param evidenceId the file that shows it; absent when the paper's own does
     * @param attributes as they stand on the paper, in the place of what was said
     */
    record Examination(
            DocumentKind kind,
            @Nullable String number,
            DatedDocument.State state,
            @Nullable String evidenceId,
            @Nullable Map<String, String> attributes) {}

    /** What became of an examination. */
    sealed interface Outcome {

        /** It was taken into account, now or before. */
        record Examined(Claim claim) implements Outcome {}

        /** No such paper came with the claim, and the vendor has none on record either. */
        record Unknown() implements Outcome {}

        /** The paper is a record of the vendor's, which a word about one claim does not change. */
        record OfRecord(String contractNumber) implements Outcome {}

        /** The policy makes nothing of what is said to stand on it. */
        record NotTaken(SaidCheck.Refusal refusal) implements Outcome {}

        /** The file does not exist, is another's, or belongs to another claim. */
        record Unusable(List<String> ids) implements Outcome {}
    }

    /** Examines a paper of a claim that the caller may see. */
    Outcome examine(Caller caller, Claim seen, Examination examination) {
        if (found(seen, examination).isEmpty()) {
            return recorded(seen, examination)
                    .<Outcome>map(contract -> new Outcome.OfRecord(contract.number()))
                    .orElseGet(Outcome.Unknown::new);
        }
        Optional<SaidCheck.Refusal> refusal = new SaidCheck(judge.policy(seen), businessClock.instant())
                .attributes("attributes", examination.attributes());
        if (refusal.isPresent()) {
            return new Outcome.NotTaken(refusal.get());
        }
        List<String> files = examination.evidenceId() == null ? List.of() : List.of(examination.evidenceId());
        List<EvidenceItem> items;
        switch (evidence.reserve(seen.id(), seen.vendor(), seen.organisation(), true, files)) {
            case Reservation.Unusable unusable -> {
                return new Outcome.Unusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Optional<ClaimDocument> paper = found(claim, examination);
                    if (paper.isEmpty()) {
                        return Decision.refuse(new Outcome.Unknown());
                    }
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    ClaimDocument before = paper.get();
                    ClaimDocument after = examined(before, examination, caller, now);
                    if (isSaid(before, after)) {
                        return Decision.refuse(new Outcome.Examined(claim));
                    }
                    Amendment amendment = new Amendment(claim, now);
                    amendment.add(items);
                    amendment.examined(before, after);
                    Set<Integer> concerned = claim.lines().stream()
                            .filter(line -> before.isOf(line.line()) && isJudged(line))
                            .map(ClaimLine::line)
                            .collect(Collectors.toSet());
                    amendment.note(
                            TimelineEntry.What.DOCUMENT_EXAMINED,
                            Actor.of(caller),
                            before.line() == null ? List.of() : List.of(before.line()),
                            examination.kind() + " " + examination.state());
                    List<Integer> kept = new Judging(amendment, judge, Actor.of(caller))
                            .reconsider(judge.judge(amendment.claim(), concerned));
                    if (!kept.isEmpty()) {
                        amendment.note(
                                TimelineEntry.What.EXAMINED_TOO_LATE,
                                Actor.of(caller),
                                kept,
                                examination.kind() + " " + examination.state());
                    }
                    Change<Claim> change = amendment.done();
                    return Decision.commit(change.state(), new Outcome.Examined(change.state()), change.events());
                })
                .orElseThrow();
    }

    /** The last one that was brought. */
    private static Optional<ClaimDocument> found(Claim claim, Examination examination) {
        return claim.documents().reversed().stream()
                .filter(document -> isMeant(examination, document.document()))
                .findFirst();
    }

    /** The contract of the claim's that has such a paper for one of its units. */
    private Optional<SalesContract> recorded(Claim claim, Examination examination) {
        Set<String> serials = claim.lines().stream()
                .map(ClaimLine::serial)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return claim.contract()
                .flatMap(number -> contracts.find(claim.vendor(), number, claim.organisation()))
                .filter(contract -> {
                    InstalledBase installed = InstalledBase.of(Optional.of(contract), serials);
                    return serials.stream()
                            .flatMap(serial -> installed.unit(serial).stream())
                            .flatMap(unit -> unit.documents().stream())
                            .anyMatch(document -> isMeant(examination, document));
                });
    }

    private static boolean isMeant(Examination examination, DatedDocument document) {
        return document.kind() == examination.kind()
                && (examination.number() == null || examination.number().equals(document.id()));
    }

    /**
     * Not in somebody's hands: whoever disputes a line has an answer coming, which takes the paper into account, and a line
     * that is looked into against the verdict is judged with it when that is done.
     */
    private static boolean isJudged(ClaimLine line) {
        return switch (line.state()) {
            case LineState.InDiagnosis inDiagnosis -> line.verdict() == null;
            case LineState.Disputed disputed -> false;
            case LineState.AwaitingEvidence awaiting -> true;
            case LineState.InReview inReview -> true;
            case LineState.Answered answered -> true;
            case LineState.PaymentAwaited awaited -> true;
            case LineState.InService inService -> true;
            case LineState.Expired expired -> false;
        };
    }

    private static ClaimDocument examined(ClaimDocument before, Examination examination, Caller caller, Instant now) {
        DatedDocument paper = before.document();
        Map<String, String> attributes = new HashMap<>(paper.attributes());
        if (examination.attributes() != null) {
            attributes.putAll(examination.attributes());
        }
        return new ClaimDocument(
                before.line(),
                new DatedDocument(
                        paper.kind(),
                        paper.id(),
                        paper.date(),
                        examination.state(),
                        attributes,
                        examination.evidenceId() == null ? paper.evidenceId() : examination.evidenceId(),
                        new Confirmation(new Confirmer(Confirmer.Kind.AGENT, caller.person()), now)),
                before.by(),
                before.at());
    }

    private static boolean isSaid(ClaimDocument before, ClaimDocument after) {
        DatedDocument said = before.document();
        DatedDocument again = after.document();
        return before.isExamined()
                && said.state() == again.state()
                && said.attributes().equals(again.attributes())
                && Objects.equals(said.evidenceId(), again.evidenceId());
    }
}
