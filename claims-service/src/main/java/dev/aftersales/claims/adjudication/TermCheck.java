package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the paper that a line's term starts from and its length, and holds the day of the claim against both. */
final class TermCheck {

    private final CompiledPolicy policy;
    private final Term term;
    private final Facts facts;
    private final LocalDate claimed;
    private final LineFacts line;
    private final Settlements settlements;
    private final Citations citations;

    private @Nullable Length length;
    private @Nullable Start start;
    private @Nullable TermOfUnit ahead;
    private boolean skipped;
    private boolean missing;
    private boolean expired;
    private boolean doubted;
    private boolean excluded;

    /**
     * How long, and who says so.
     *
     * @param below what the contract says in place of it, and must not; absent when it says nothing of the kind
     */
    private record Length(
            Period period,
            String clause,
            @Nullable String reading,
            @Nullable Period below) {

        static Length of(Period period, String clause, @Nullable String reading) {
            return new Length(period, clause, reading, null);
        }
    }

    /** From when, and who says so. */
    private record Start(
            DatedDocument document,
            Found.Paper paper,
            String clause,
            @Nullable String reading) {

        static Start of(DatedDocument document, String clause, @Nullable String reading) {
            return new Start(document, Found.Paper.of(document), clause, reading);
        }
    }

    TermCheck(
            CompiledPolicy policy,
            Facts facts,
            LocalDate claimed,
            LineFacts line,
            Settlements settlements,
            Citations citations) {
        this.policy = policy;
        this.term = policy.rules().term();
        this.facts = facts;
        this.claimed = claimed;
        this.line = line;
        this.settlements = settlements;
        this.citations = citations;
    }

    /** Whether the claim came after the term. */
    boolean expired() {
        return expired;
    }

    /** Whether nobody looked for papers, because the unit is not known. */
    boolean skipped() {
        return skipped;
    }

    /** Whether no paper is there to count from, or only one that is dated after the claim. */
    boolean missing() {
        return missing;
    }

    /** Whether a person must decide on the term. */
    boolean doubted() {
        return doubted;
    }

    /** Whether a person held a line beyond a term of which nobody has said how long it is. */
    boolean excluded() {
        return excluded;
    }

    /** The term in months; 0 while it is unknown. */
    long months() {
        return length == null ? 0 : length.period().toTotalMonths();
    }

    /** The term itself, also one that has yet to begin; empty while its start or its length is unknown. */
    Optional<TermOfUnit> term() {
        if (ahead != null) {
            return Optional.of(ahead);
        }
        return start == null || length == null
                ? Optional.empty()
                : Optional.of(new TermOfUnit(start.paper().date(), last(length.period())));
    }

    /** Whether the term is at least so long. */
    boolean isAtLeast(Period other) {
        return start != null && length != null && !last(length.period()).isBefore(last(other));
    }

    /** Whether the claim came no later than so long after the term's end; counted from the anchor, so that no day drifts. */
    boolean within(Period afterEnd) {
        return start != null
                && length != null
                && !claimed.isAfter(last(length.period().plus(afterEnd)));
    }

    /** Whether the claim came no later than so long after the anchor. */
    boolean withinFromAnchor(Period sinceAnchor) {
        return start != null && !claimed.isAfter(last(sinceAnchor));
    }

    void check() {
        if (line.unit() == null && policy.asksForUnit()) {
            // The evidence rules ask for the unit first: with it come the vendor's papers to count from.
            skipped = true;
        } else {
            checkPapers();
        }
    }

    /** Looks for papers of the claim's own, once nobody asks for the unit any more. */
    void checkWithoutUnit() {
        checkPapers();
    }

    private void checkPapers() {
        for (Term.Anchor anchor : term.anchors()) {
            start = start(anchor);
            if (start != null && start.paper().date().isAfter(claimed)) {
                // The paper that decides cannot be right. Another one in its place would be an answer that nobody gave.
                comesLater(start);
                break;
            }
            if (start != null) {
                judge(start);
                return;
            }
        }
        missing = true;
        citations
                .of(term.clause(), Effect.LACKS_EVIDENCE, "term", "NO_DOCUMENT")
                .reading(term.missingReading())
                .otherwise(new Otherwise(Phrase.MISSING, term.missingItem()))
                .add();
    }

    /** A claim cannot be judged by a term that begins after it: the right paper is asked for. */
    private void comesLater(Start from) {
        Length lasts = length();
        ahead = lasts == null ? null : new TermOfUnit(from.paper().date(), last(lasts.period()));
        start = null;
        citations
                .of(from.clause(), Effect.NOTED, "term", new Found.Ahead(from.paper()))
                .evidence(shows(from.document()))
                .confirmation(from.document().confirmation())
                .reading(from.reading())
                .add();
    }

    // ---- From when

    private @Nullable Start start(Term.Anchor anchor) {
        DatedDocument paper = valid(anchor);
        if (paper == null) {
            return null;
        }
        String clause = anchor.clause() == null ? term.clause() : anchor.clause();
        Term.NotAfter notAfter = anchor.notAfter();
        DatedDocument earlier = notAfter == null ? null : earliest(notAfter);
        if (notAfter != null && earlier != null && earlier.date().isBefore(paper.date())) {
            citations
                    .of(clause, Effect.NOTED, "anchor", Found.Paper.of(paper))
                    .evidence(shows(paper))
                    .confirmation(paper.confirmation())
                    .reading(anchor.reading())
                    .add();
            return Start.of(earlier, notAfter.clause(), notAfter.reading());
        }
        return Start.of(paper, clause, anchor.reading());
    }

    /** The earliest paper of the kind that is a proof; those that are none, and later ones, are noted. */
    private @Nullable DatedDocument valid(Term.Anchor anchor) {
        Term.Invalid invalid = anchor.invalid();
        List<DatedDocument> papers = papers(anchor.document());
        UnitFacts unit = line.unit();
        if (invalid != null && unit != null && papers == line.documents()) {
            for (DatedDocument ofRecord : unit.documents()) {
                if (ofRecord.kind() == anchor.document()) {
                    noteInvalid(ofRecord, invalid.clause(), invalid.reading());
                }
            }
        }
        DatedDocument valid = null;
        List<DatedDocument> later = List.of();
        for (DatedDocument paper : papers) {
            if (paper.kind() != anchor.document()) {
                continue;
            }
            if (invalid != null && invalid.states().contains(paper.state())) {
                noteInvalid(paper, invalid.clause(), invalid.reading());
            } else if (papers != line.documents() || policy.isComplete(paper)) {
                if (valid != null) {
                    later = later.isEmpty() ? new ArrayList<>(2) : later;
                    later.add(isBefore(paper, valid) ? valid : paper);
                }
                valid = valid == null || isBefore(paper, valid) ? paper : valid;
            }
        }
        for (DatedDocument paper : later) {
            noteLater(anchor, paper, Objects.requireNonNull(valid));
        }
        if (valid != null && unit != null && papers == unit.documents()) {
            noteBrought(anchor, valid);
        } else if (valid != null && unit != null && settlements.isRuling(valid.confirmation())) {
            noteReplaced(anchor, valid, unit);
        }
        return valid;
    }

    private void noteInvalid(DatedDocument paper, String clause, @Nullable String reading) {
        citations
                .of(clause, Effect.NOTED, paper.kind().name(), fault(paper))
                .evidence(shows(paper))
                .confirmation(paper.confirmation())
                .reading(reading)
                .add();
    }

    /** What an upheld dispute puts in the place of a record is said with both. */
    private void noteReplaced(Term.Anchor anchor, DatedDocument upheld, UnitFacts unit) {
        for (DatedDocument ofRecord : unit.documents()) {
            if (ofRecord.kind() == anchor.document() && policy.isProof(ofRecord)) {
                citations
                        .of(
                                anchor.clause() == null ? term.clause() : anchor.clause(),
                                Effect.NOTED,
                                "anchor",
                                new Found.Upheld(Found.Paper.of(upheld), Found.Paper.of(ofRecord)))
                        .evidence(shows(upheld))
                        .confirmation(upheld.confirmation())
                        .add();
            }
        }
    }

    /** Whoever brought another paper than the vendor has reads that it was seen, and why it does not count. */
    private void noteBrought(Term.Anchor anchor, DatedDocument ofRecord) {
        for (DatedDocument paper : line.documents()) {
            if (paper.kind() == anchor.document() && !paper.date().equals(ofRecord.date())) {
                citations
                        .of(
                                anchor.clause() == null ? term.clause() : anchor.clause(),
                                Effect.NOTED,
                                "anchor",
                                new Found.Recorded(Found.Paper.of(paper), Found.Paper.of(ofRecord)))
                        .evidence(shows(paper))
                        .confirmation(paper.confirmation())
                        .add();
            }
        }
    }

    private void noteLater(Term.Anchor anchor, DatedDocument paper, DatedDocument earliest) {
        citations
                .of(
                        anchor.clause() == null ? term.clause() : anchor.clause(),
                        Effect.NOTED,
                        "anchor",
                        new Found.Later(Found.Paper.of(paper), Found.Paper.of(earliest)))
                .evidence(shows(paper))
                .confirmation(paper.confirmation())
                .reading(term.ofSeveral())
                .add();
    }

    /** Papers of one day are told apart by their numbers, so that the order in which they came does not matter. */
    private static boolean isBefore(DatedDocument paper, DatedDocument other) {
        int days = paper.date().compareTo(other.date());
        return days < 0 || (days == 0 && paper.id().compareTo(other.id()) < 0);
    }

    /** What is wrong with the paper; both values where it names another unit and nobody has looked at it. */
    private Found fault(DatedDocument paper) {
        UnitFacts unit = line.unit();
        if (unit != null && paper.seemsInconsistent()) {
            List<PaperComparison.Mismatch> mismatches = PaperComparison.mismatches(policy, unit, paper);
            if (!mismatches.isEmpty()) {
                return new Found.Differing(mismatches);
            }
        }
        return new Found.Code(paper.state().name());
    }

    /** The earliest of the papers that the anchor must not be later than; one that was found at fault is noted. */
    private @Nullable DatedDocument earliest(Term.NotAfter notAfter) {
        DatedDocument earliest = null;
        for (DatedDocument paper : papers(notAfter.document())) {
            if (paper.kind() != notAfter.document()) {
                continue;
            }
            if (!policy.isProof(paper)) {
                noteInvalid(paper, notAfter.clause(), notAfter.reading());
            } else if (earliest == null || isBefore(paper, earliest)) {
                earliest = paper;
            }
        }
        return earliest;
    }

    /**
     * Where the vendor's records have a paper of the kind that proves anything, what the claim brought does not count,
     * unless a dispute was upheld with it.
     */
    private List<DatedDocument> papers(DocumentKind kind) {
        UnitFacts unit = line.unit();
        if (unit != null) {
            for (DatedDocument paper : unit.documents()) {
                if (paper.kind() == kind && policy.isProof(paper)) {
                    List<DatedDocument> upheld = upheld(kind, unit);
                    return upheld.isEmpty() ? unit.documents() : upheld;
                }
            }
        }
        return line.documents();
    }

    /** An upheld dispute never does harm: a paper by which the term would end sooner leaves the record in its place. */
    private List<DatedDocument> upheld(DocumentKind kind, UnitFacts unit) {
        if (line.rulings().isEmpty()) {
            return List.of();
        }
        List<DatedDocument> upheld = new ArrayList<>(1);
        for (DatedDocument paper : line.documents()) {
            if (paper.kind() == kind
                    && paper.state() == DatedDocument.State.VALID
                    && settlements.isRuling(paper.confirmation())
                    && policy.isComplete(paper)
                    && !paper.date().isAfter(claimed)
                    && !endsSooner(paper, unit)) {
                upheld.add(paper);
            }
        }
        return upheld;
    }

    private boolean endsSooner(DatedDocument paper, UnitFacts unit) {
        for (DatedDocument ofRecord : unit.documents()) {
            if (ofRecord.kind() == paper.kind()
                    && policy.isProof(ofRecord)
                    && paper.date().isBefore(ofRecord.date())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> shows(DatedDocument paper) {
        return paper.evidenceId() == null ? List.of() : List.of(paper.evidenceId());
    }

    // ---- How long

    private @Nullable Length length() {
        Length own = ofPolicy();
        ContractRules contract = policy.rules().contract();
        Period agreed = facts.contractTerms().term();
        Length length = own;
        if (contract != null
                && agreed != null
                && policy.heedsContract(ContractRules.Part.TERM)
                && (own == null || policy.contractWins())) {
            length = Length.of(agreed, contract.clause(), contract.reading());
        }
        TermFloor floor = policy.floor();
        if (floor != null && (length == null || last(floor.length()).isAfter(last(length.period())))) {
            length = new Length(
                    floor.length(), floor.clause(), floor.reading(), length == null || length == own ? null : agreed);
        }
        return length;
    }

    private @Nullable Length ofPolicy() {
        UnitFacts unit = line.unit();
        Product product = policy.product(unit == null ? facts.model() : unit.model());
        Term.ByProduct by = term.byProduct();
        if (product != null) {
            Period ofComponent =
                    line.component() == null ? null : product.components().get(line.component());
            Basis components = by == null ? null : by.components();
            if (ofComponent != null) {
                return components != null
                        ? Length.of(ofComponent, components.clause(), components.reading())
                        : Length.of(
                                ofComponent,
                                by == null ? term.clause() : by.clause(),
                                by == null ? null : by.reading());
            }
            if (product.term() != null) {
                return Length.of(
                        product.term(), by == null ? term.clause() : by.clause(), by == null ? null : by.reading());
            }
        }
        return term.length() == null ? null : Length.of(term.length(), term.clause(), term.lengthReading());
    }

    private LocalDate last(Period period) {
        return TermDays.lastDay(Objects.requireNonNull(start).paper().date(), period);
    }

    // ---- The day of the claim

    /**
     * How a claim after the term stands.
     *
     * @param effect {@link Effect#EXCLUDES}, unless somebody decided or must decide otherwise
     * @param doubt why a person decides; absent when nobody needs to
     */
    private record Late(
            Effect effect,
            @Nullable Confirmation by,
            @Nullable Question question) {}

    private enum Question {
        /** The fault showed inside the term. */
        FAULT_IN_TERM,
        /** The contract, which goes after the policy, would still cover. */
        CONTRACT
    }

    private void judge(Start from) {
        Length lasts = length();
        length = lasts;
        if (lasts == null) {
            judgeWithoutLength();
            return;
        }
        LocalDate lastDay = last(lasts.period());
        if (!claimed.isAfter(lastDay)) {
            cite(from, lasts, lastDay, Effect.SUPPORTS, null);
            return;
        }
        UnitAgreement extending = extending();
        if (extending != null) {
            extended(from, lasts, lastDay, extending);
            return;
        }
        Late late = late(lastDay);
        expired = late.effect() == Effect.EXCLUDES;
        doubted = late.effect() == Effect.UNDECIDED;
        // A review is about the late claim. It says nothing of the papers: they are what they were.
        boolean lifted = settlements.isRuling(late.by());
        Effect over = expired || lifted ? late.effect() : Effect.NOTED;
        cite(from, lasts, lastDay, over, lifted ? late.by() : null);
        citeExpired(from, lasts, late);
        ContractRules contract = policy.rules().contract();
        if (late.question() == Question.CONTRACT && contract != null) {
            citations
                    .of(contract.clause(), late.effect(), "contractTerm", agreedLength())
                    .confirmation(late.by())
                    .reading(contract.reading())
                    .otherwise(doubted ? new Otherwise(Phrase.CONFLICT, "") : null)
                    .add();
        }
    }

    /** Nobody has said how long the term is: a person takes the line to be inside it, or beyond. */
    private void judgeWithoutLength() {
        Settlements.Standing standing =
                settlements.standing(new Doubt(term.clause(), "termLength"), facts.submittedAt());
        doubted = standing.effect() == Effect.UNDECIDED;
        excluded = standing.effect() == Effect.EXCLUDES;
        citations
                .of(term.clause(), standing.effect(), "termLength", "NOT_KNOWN")
                .confirmation(standing.by())
                .otherwise(doubted ? new Otherwise(Phrase.NO_LENGTH, "NOT_KNOWN") : null)
                .add();
    }

    /** The agreement that stands in for the term on the day of the claim (E6.2); absent when none does. */
    private @Nullable UnitAgreement extending() {
        Term.Extension extension = term.extendedBy();
        UnitFacts unit = line.unit();
        if (extension == null || unit == null) {
            return null;
        }
        for (UnitAgreement agreement : unit.agreements()) {
            if (agreement.kind() == extension.agreement() && agreement.holdsOn(claimed)) {
                return agreement;
            }
        }
        return null;
    }

    /** The term is over, and the line is served as in it. */
    private void extended(Start from, Length lasts, LocalDate lastDay, UnitAgreement agreement) {
        Term.Extension extension = Objects.requireNonNull(term.extendedBy());
        cite(from, lasts, lastDay, Effect.NOTED, null);
        citations
                .of(extension.clause(), Effect.SUPPORTS, "agreement", new Found.Held(agreement))
                .reading(extension.reading())
                .add();
    }

    private void cite(Start from, Length lasts, LocalDate lastDay, Effect effect, @Nullable Confirmation by) {
        citations
                .of(from.clause(), effect, "term", new Found.Run(from.paper(), lastDay))
                .evidence(shows(from.document()))
                .confirmation(by == null ? from.document().confirmation() : by)
                .reading(from.reading())
                .add();
        // A length other than the policy's own is said, also where the same clause gives both (D2.4a, C2.1).
        boolean own = lasts.period().equals(term.length());
        if (!own || !lasts.clause().equals(from.clause()) || lasts.reading() != null) {
            citations
                    .of(lasts.clause(), effect, "termLength", new Found.Length(lasts.period()))
                    .confirmation(by)
                    .reading(lasts.reading())
                    .add();
        }
        ContractRules contract = policy.rules().contract();
        if (lasts.below() != null && contract != null) {
            citations
                    .of(contract.clause(), Effect.NOTED, "contractTerm", new Found.Length(lasts.below()))
                    .reading(contract.reading())
                    .add();
        }
    }

    private void citeExpired(Start from, Length lasts, Late late) {
        LocalDate fault = facts.faultDate();
        boolean ofFault = late.question() == Question.FAULT_IN_TERM && fault != null;
        Otherwise otherwise = null;
        if (expired) {
            LocalDate earliest = TermDays.earliestAnchor(claimed, lasts.period());
            otherwise = new Otherwise(Phrase.EXPIRED, from.paper().kind().name(), List.of(), earliest);
        } else if (doubted && ofFault) {
            otherwise = new Otherwise(Phrase.LATE, "", List.of(), last(lasts.period()));
        }
        boolean noted = doubted && !ofFault;
        if (ofFault && fault != null && !doubted) {
            // What the customer said stays the customer's word; the person decided on the claim that came late.
            citations
                    .of(term.expired(), Effect.NOTED, "faultDate", new Found.Day(fault))
                    .reading(term.faultInTerm())
                    .otherwise(expired ? new Otherwise(Phrase.IN_TIME, "", List.of(), last(lasts.period())) : null)
                    .add();
        }
        citations
                .of(
                        term.expired(),
                        noted ? Effect.NOTED : late.effect(),
                        ofFault && doubted ? "faultDate" : "submitted",
                        new Found.Day(ofFault && fault != null && doubted ? fault : claimed))
                .confirmation(late.by())
                .reading(ofFault ? term.faultInTerm() : from.reading())
                .otherwise(otherwise)
                .add();
    }

    private Late late(LocalDate lastDay) {
        Confirmation ruled = settlements.ruledOut(term.expired(), facts.submittedAt());
        if (ruled == null) {
            ruled = settlements.ruledOut(term.clause(), facts.submittedAt());
        }
        if (ruled != null) {
            return new Late(Effect.DISMISSED, ruled, null);
        }
        LocalDate fault = facts.faultDate();
        if (term.faultInTerm() != null && fault != null && !fault.isAfter(lastDay)) {
            Settlements.Standing standing =
                    settlements.standing(new Doubt(term.expired(), "faultDate"), facts.submittedAt());
            return new Late(standing.effect(), standing.by(), Question.FAULT_IN_TERM);
        }
        ContractRules contract = policy.rules().contract();
        if (contract != null && contractWouldCover(contract)) {
            Settlements.Standing standing =
                    settlements.standing(new Doubt(contract.clause(), "contractTerm"), facts.submittedAt());
            return new Late(standing.effect(), standing.by(), Question.CONTRACT);
        }
        return new Late(Effect.EXCLUDES, null, null);
    }

    private boolean contractWouldCover(ContractRules contract) {
        Period agreed = facts.contractTerms().term();
        return contract.inFavour() != null
                && agreed != null
                && !policy.contractWins()
                && policy.heedsContract(ContractRules.Part.TERM)
                && !claimed.isAfter(last(agreed));
    }

    private Found agreedLength() {
        Period agreed = facts.contractTerms().term();
        return agreed == null ? new Found.Code("NOT_KNOWN") : new Found.Length(agreed);
    }
}
