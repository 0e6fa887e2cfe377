package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Requirement.Particular;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.contracts.PrintedCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what the policy asks for against what came with the claim. */
final class EvidenceCheck {

    private final Facts facts;
    private final LineFacts line;
    private final List<DatedDocument> brought;
    private final KnownFacts known;
    private final Settlements settlements;
    private final Citations citations;
    private final CompiledPolicy policy;
    private final TermCheck term;
    private boolean unavailable;
    private boolean doubted;
    private boolean incomplete;

    /** What the law says of the line (B1.1, reading B?7). */
    enum Law {
        /** Nothing, or nothing any more. */
        SILENT,
        /** It would grant something for some cause, and nobody has said yet which one it is. */
        MAY_GRANT,
        /** It grants service for the cause that was found. */
        GRANTS
    }

    /** @param brought all papers of the claim's own, those that nothing shows among them */
    EvidenceCheck(
            CompiledPolicy policy,
            TermCheck term,
            Facts facts,
            LineFacts line,
            List<DatedDocument> brought,
            KnownFacts known,
            Settlements settlements,
            Citations citations) {
        this.policy = policy;
        this.term = term;
        this.facts = facts;
        this.line = line;
        this.brought = brought;
        this.known = known;
        this.settlements = settlements;
        this.citations = citations;
    }

    /** Whether something that free service depends on is not to be had. */
    boolean unavailable() {
        return unavailable;
    }

    /** Whether something is not to be had of which the policy does not say what follows, and no person has said it. */
    boolean doubted() {
        return doubted;
    }

    /** Whether a paper is there that would count if it showed all that it must. */
    boolean incomplete() {
        return incomplete;
    }

    /** Cites the requirement, met or not, and adds to {@code missing} what is not there. */
    void check(Requirement requirement, Law law, List<MissingEvidence> missing) {
        String item = requirement.item();
        boolean unrecorded = isUnrecorded(requirement);
        if (unrecorded && !standsBack(requirement, law)) {
            leaveRecordToPerson(requirement);
        }
        if (unrecorded || given(requirement)) {
            checkPapers(requirement, missing);
            citeComparison(requirement);
            List<String> shown = filesFor(requirement.anyOf());
            if (!shown.isEmpty() || saidBy(requirement.anyOf()) != null) {
                citations
                        .of(requirement.clause(), Effect.SUPPORTS, "evidence", item)
                        .evidence(shown)
                        .confirmation(saidBy(requirement.anyOf()))
                        .reading(requirement.reading())
                        .add();
            }
            return;
        }
        Confirmation ruled = settlements.ruledOut(requirement.clause(), facts.submittedAt());
        if (ruled != null) {
            citations
                    .of(requirement.clause(), Effect.DISMISSED, "evidence", item)
                    .confirmation(ruled)
                    .reading(requirement.reading())
                    .add();
        } else if (standsBack(requirement, law)) {
            citeStandingBack(requirement);
        } else if (requirement.unavailable() != null && facts.unavailable().containsKey(item)) {
            unavailable = true;
            citations
                    .of(requirement.clause(), Effect.EXCLUDES, "evidence", new Found.NotToBeHad(item))
                    .confirmation(facts.unavailable().get(item))
                    .reading(requirement.reading())
                    .otherwise(new Otherwise(Phrase.UNAVAILABLE, item))
                    .add();
        } else if (facts.unavailable().get(item) instanceof Confirmation said) {
            leaveToPerson(requirement, said);
        } else {
            missing.add(new MissingEvidence(requirement.clause(), item, !concernsLine(requirement)));
            citations
                    .of(requirement.clause(), Effect.LACKS_EVIDENCE, "evidence", item)
                    .reading(requirement.reading())
                    .otherwise(new Otherwise(Phrase.MISSING, item))
                    .add();
        }
    }

    /**
     * Where the law grants service, nothing has to be shown for it that the policy alone asks for. Before the cause is known
     * it is still asked for; but that it is not to be had decides nothing, as long as the law may yet grant the service.
     */
    private boolean standsBack(Requirement requirement, Law law) {
        return policy.lawGoesBefore(requirement.clause())
                && switch (law) {
                    case SILENT -> false;
                    case MAY_GRANT -> facts.unavailable().containsKey(requirement.item());
                    case GRANTS -> true;
                };
    }

    private void citeStandingBack(Requirement requirement) {
        Statutory law = policy.law();
        Confirmation said = facts.unavailable().get(requirement.item());
        citations
                .of(
                        requirement.clause(),
                        Effect.NOTED,
                        "evidence",
                        said == null ? new Found.Code(requirement.item()) : new Found.NotToBeHad(requirement.item()))
                .confirmation(said)
                .reading(law == null ? null : law.reading())
                .add();
    }

    /** What was compared and agrees speaks for the line; what does not is for the exclusions. */
    private void citeComparison(Requirement requirement) {
        String name = requirement.compares();
        String agreement = name == null ? null : known.value(policy.factNumber(name));
        if (name == null || agreement == null || !agreement.equals(FactRule.Agreement.SAME.name())) {
            return;
        }
        Origin origin = known.origin(policy.factNumber(name));
        citations
                .of(requirement.clause(), Effect.SUPPORTS, name, agreement)
                .evidence(origin.evidenceIds())
                .confirmation(origin.confirmation())
                .reading(requirement.reading())
                .add();
    }

    /** Asking again for what will not come would never end. */
    private void leaveToPerson(Requirement requirement, Confirmation said) {
        Settlements.Standing standing =
                settlements.standing(new Doubt(requirement.clause(), Doubt.lacking(requirement.item())), said.at());
        unavailable |= standing.effect() == Effect.EXCLUDES;
        doubted |= standing.effect() == Effect.UNDECIDED;
        citations
                .of(requirement.clause(), standing.effect(), "evidence", new Found.NotToBeHad(requirement.item()))
                .confirmation(standing.by() == null ? said : standing.by())
                .reading(requirement.reading())
                .otherwise(
                        standing.effect() == Effect.DISMISSED
                                ? null
                                : new Otherwise(Phrase.UNAVAILABLE, requirement.item()))
                .add();
    }

    /** The reading under which a suspicion by that clause stands in for something that is not there; absent when for nothing. */
    @Nullable
    String standingIn(String clause) {
        for (Requirement requirement : policy.rules().evidence()) {
            if (clause.equals(requirement.unlessSuspected()) && !given(requirement)) {
                return requirement.reading();
            }
        }
        return null;
    }

    private boolean isUnrecorded(Requirement requirement) {
        String compares = requirement.compares();
        FactRule compared = compares == null ? null : policy.fact(compares);
        return compared != null
                && known.comparable(compared) == KnownFacts.Comparable.RECORD_LACKS
                && !isNeedless(compared.document());
    }

    /** What the vendor's own record lacks nobody else can bring: nothing disagrees, and a person looks (B4.5). */
    private void leaveRecordToPerson(Requirement requirement) {
        Settlements.Standing standing = settlements.standing(
                new Doubt(requirement.clause(), Doubt.unrecorded(requirement.item())), facts.submittedAt());
        unavailable |= standing.effect() == Effect.EXCLUDES;
        doubted |= standing.effect() == Effect.UNDECIDED;
        citations
                .of(requirement.clause(), standing.effect(), "evidence", new Found.Unrecorded(requirement.item()))
                .confirmation(standing.by())
                .reading(requirement.unrecorded() == null ? requirement.reading() : requirement.unrecorded())
                .otherwise(
                        standing.effect() == Effect.UNDECIDED
                                ? new Otherwise(Phrase.UNDECIDED, requirement.item())
                                : standing.effect() == Effect.EXCLUDES
                                        ? new Otherwise(Phrase.UNAVAILABLE, requirement.item())
                                        : null)
                .add();
    }

    /**
     * A paper of the claim's own that does not show what it must, that nothing shows, or that names another unit and was
     * not looked at, is no proof. It is asked for while a right one could still change something; where the term runs from
     * another paper anyway, nobody needs to bring more.
     */
    private void checkPapers(Requirement requirement, List<MissingEvidence> missing) {
        Requirement.Shows shows = requirement.shows();
        DatedDocument partial = shows == null ? null : incomplete(shows.document());
        if (partial == null) {
            return;
        }
        boolean asked = term.expired() || (term.missing() && !isStartLifted());
        incomplete |= asked;
        if (asked) {
            missing.add(new MissingEvidence(requirement.clause(), requirement.item(), false));
        } else if (partial.seemsInconsistent()) {
            // It shows all that it must, only of another unit: the term says so.
            return;
        }
        citations
                .of(requirement.clause(), asked ? Effect.LACKS_EVIDENCE : Effect.NOTED, "evidence", requirement.item())
                .evidence(partial.evidenceId() == null ? List.of() : List.of(partial.evidenceId()))
                .confirmation(partial.confirmation())
                .reading(requirement.reading())
                .otherwise(asked ? new Otherwise(Phrase.MISSING, requirement.item()) : null)
                .add();
    }

    /** Whether an upheld dispute lifted that the term needs a paper to start from. */
    private boolean isStartLifted() {
        return settlements.ruledOut(policy.rules().term().clause(), facts.submittedAt()) != null;
    }

    /** A paper that does not show what it must of this unit, where no other of its kind does either. */
    private @Nullable DatedDocument incomplete(DocumentKind kind) {
        UnitFacts unit = line.unit();
        if (unit != null && has(unit.documents(), kind)) {
            return null;
        }
        DatedDocument found = null;
        for (DatedDocument paper : brought) {
            boolean valid = paper.state() == DatedDocument.State.VALID;
            if (paper.kind() == kind && (valid || paper.seemsInconsistent())) {
                if (valid && paper.isShown() && policy.isComplete(paper)) {
                    return null;
                }
                found = found == null ? paper : found;
            }
        }
        return found;
    }

    /** Cites the consent, given or not, and adds to {@code missing} one that is not there. */
    void check(Consent consent, List<MissingEvidence> missing) {
        Consented given = facts.consents().get(consent.item());
        if (given == null || !consent.isMetBy(given.state(), given.detail())) {
            missing.add(new MissingEvidence(consent.clause(), consent.item(), true));
            citations
                    .of(consent.clause(), Effect.LACKS_EVIDENCE, "consent", consent.item())
                    .reading(consent.reading())
                    .otherwise(new Otherwise(Phrase.MISSING, consent.item()))
                    .add();
            return;
        }
        citations
                .of(
                        consent.clause(),
                        Effect.SUPPORTS,
                        "consent",
                        new Found.Agreed(consent.item(), given.version(), given.state()))
                .confirmation(new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, given.by()), given.at()))
                .reading(consent.reading())
                .add();
    }

    private boolean given(Requirement requirement) {
        String compares = requirement.compares();
        if (compares != null) {
            FactRule compared = policy.fact(compares);
            return known.comparable(compared) != KnownFacts.Comparable.PAPER_LACKS || isNeedless(compared.document());
        }
        if (requirement.anyOf().isEmpty() && requirement.facts().isEmpty()) {
            return true;
        }
        for (Particular particular : requirement.anyOf()) {
            if (given(particular)) {
                return true;
            }
        }
        for (String fact : requirement.facts()) {
            if (known.said(fact) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether an upheld dispute lifted what asks for that paper: then nothing has to stand on it either. */
    private boolean isNeedless(@Nullable DocumentKind paper) {
        if (paper == null) {
            return false;
        }
        for (Requirement asking : policy.rules().evidence()) {
            for (Particular particular : asking.anyOf()) {
                if (particular.name().equals(paper.name())
                        && settlements.ruledOut(asking.clause(), facts.submittedAt()) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean given(Particular particular) {
        return switch (particular) {
            case CONTRACT_NUMBER -> facts.contractNumber() != null;
            case KNOWN_CONTRACT -> facts.contractKnown() || facts.contractNumber() == null;
            case MODEL -> facts.model() != null && !isOfAnotherModel();
            case FAULT_DESCRIPTION -> facts.faultDescribed();
            case PHOTO -> has(EvidenceKind.PHOTO);
            case VIDEO -> has(EvidenceKind.VIDEO);
            case SERIAL -> line.serial() != null;
            case KNOWN_UNIT ->
                line.unit() != null || line.serial() == null || (policy.asksForContract() && !facts.contractKnown());
            case BILL_OF_LADING -> has(DocumentKind.BILL_OF_LADING);
            case AIR_OR_ROAD_WAYBILL -> has(DocumentKind.AIR_OR_ROAD_WAYBILL);
            case CONTRACT_DELIVERY -> has(DocumentKind.CONTRACT_DELIVERY);
            case INVOICE -> has(DocumentKind.INVOICE);
            case PURCHASE_CERTIFICATE -> has(DocumentKind.PURCHASE_CERTIFICATE);
            case WARRANTY_CARD -> has(DocumentKind.WARRANTY_CARD);
            case SHIPMENT -> has(DocumentKind.SHIPMENT);
            case DELIVERY -> has(DocumentKind.DELIVERY);
            case PROJECT_ACCEPTANCE -> has(DocumentKind.PROJECT_ACCEPTANCE);
        };
    }

    /** The record of the unit is right: parts for the model that is claimed would not fit it. */
    private boolean isOfAnotherModel() {
        UnitFacts unit = line.unit();
        return unit != null
                && facts.model() != null
                && !PrintedCode.of(unit.model()).equals(PrintedCode.of(facts.model()));
    }

    private boolean has(DocumentKind kind) {
        UnitFacts unit = line.unit();
        return (unit != null && has(unit.documents(), kind)) || has(line.documents(), kind);
    }

    private boolean has(List<DatedDocument> papers, DocumentKind kind) {
        for (DatedDocument paper : papers) {
            if (paper.kind() == kind && policy.isProof(paper)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(EvidenceKind kind) {
        for (EvidenceItem item : facts.evidence()) {
            if (item.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** The files that show what was asked for: media of the claim, and of papers those that somebody filed. */
    private List<String> filesFor(List<Particular> anyOf) {
        List<String> ids = new ArrayList<>(facts.evidence().size());
        for (EvidenceItem item : facts.evidence()) {
            boolean asked =
                    switch (item.kind()) {
                        case PHOTO -> anyOf.contains(Particular.PHOTO);
                        case VIDEO -> anyOf.contains(Particular.VIDEO);
                        case OTHER -> false;
                    };
            if (asked) {
                ids.add(item.id());
            }
        }
        for (DatedDocument paper : line.documents()) {
            if (paper.evidenceId() != null && shows(anyOf, paper) && !ids.contains(paper.evidenceId())) {
                ids.add(paper.evidenceId());
            }
        }
        return ids;
    }

    /** Who brought or examined the paper that was asked for; absent when it is the vendor's own record, or no paper. */
    private @Nullable Confirmation saidBy(List<Particular> anyOf) {
        for (DatedDocument paper : line.documents()) {
            if (paper.confirmation() != null && shows(anyOf, paper)) {
                return paper.confirmation();
            }
        }
        return null;
    }

    private boolean shows(List<Particular> anyOf, DatedDocument paper) {
        for (Particular particular : anyOf) {
            if (particular.name().equals(paper.kind().name())) {
                return policy.isProof(paper);
            }
        }
        return false;
    }

    /** Whether the line lacks it; else the whole claim does. */
    private boolean concernsLine(Requirement requirement) {
        List<Particular> anyOf = requirement.anyOf();
        return requirement.compares() != null
                || anyOf.contains(Particular.SERIAL)
                || anyOf.contains(Particular.KNOWN_UNIT)
                || (anyOf.contains(Particular.MODEL) && isOfAnotherModel())
                || asksForPaper(anyOf);
    }

    private static boolean asksForPaper(List<Particular> anyOf) {
        for (Particular particular : anyOf) {
            if (particular.compareTo(Particular.BILL_OF_LADING) >= 0) {
                return true;
            }
        }
        return false;
    }
}
