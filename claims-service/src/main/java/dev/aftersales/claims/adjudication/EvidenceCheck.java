package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Requirement.Particular;
import java.util.ArrayList;
import java.util.List;

/** Holds what the policy asks for against what came with the claim. */
final class EvidenceCheck {

    private final Facts facts;
    private final LineFacts line;
    private final Phrasing phrasing;
    private final Citations citations;

    EvidenceCheck(Facts facts, LineFacts line, Phrasing phrasing, Citations citations) {
        this.facts = facts;
        this.line = line;
        this.phrasing = phrasing;
        this.citations = citations;
    }

    /** Cites the requirement, met or not, and adds to {@code missing} what is not there. */
    void check(Requirement requirement, List<MissingEvidence> missing) {
        if (!given(requirement.anyOf())) {
            missing.add(new MissingEvidence(
                    requirement.clause(),
                    requirement.item(),
                    !concernsUnit(requirement.anyOf())
                            && !(requirement.anyOf().contains(Particular.MODEL) && isOfAnotherModel())));
            citations
                    .of(requirement.clause(), Effect.LACKS_EVIDENCE, "evidence", requirement.item())
                    .reading(requirement.reading())
                    .counterfactual(phrasing.of(Phrase.MISSING, "item", requirement.item()))
                    .add();
            return;
        }
        List<String> shown = filesFor(requirement.anyOf());
        if (!shown.isEmpty()) {
            citations
                    .of(requirement.clause(), Effect.SUPPORTS, "evidence", requirement.item())
                    .evidence(shown)
                    .reading(requirement.reading())
                    .add();
        }
    }

    private boolean given(List<Particular> anyOf) {
        for (Particular particular : anyOf) {
            if (given(particular)) {
                return true;
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
            case KNOWN_UNIT -> line.unit() != null || line.serial() == null || !facts.contractKnown();
        };
    }

    /** The record of the unit is right: parts for the model that is claimed would not fit it. */
    private boolean isOfAnotherModel() {
        UnitFacts unit = line.unit();
        return unit != null && facts.model() != null && !unit.model().equals(facts.model());
    }

    private boolean has(EvidenceKind kind) {
        for (EvidenceItem item : facts.evidence()) {
            if (item.kind() == kind) {
                return true;
            }
        }
        return false;
    }

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
        return ids;
    }

    private static boolean concernsUnit(List<Particular> anyOf) {
        return anyOf.contains(Particular.SERIAL) || anyOf.contains(Particular.KNOWN_UNIT);
    }
}
