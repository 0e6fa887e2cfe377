package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one line, by the policy's facts: each is looked up when something first asks for it. Numbers below
 * {@link #OWN} are the facts that every policy may name, the policy's own follow in its order.
 */
final class KnownFacts {

    static final int CAUSE = 0;
    static final int FAULT_CLASS = 1;
    static final int ITEM_CLASS = 2;
    static final int COMPONENT = 3;
    static final int CHANNEL = 4;
    static final int PASS = 5;
    static final int TERM_MONTHS = 6;

    /** From here on the policy's own. */
    static final int OWN = 7;

    /** The names of the others, by number. */
    static final List<String> SHARED =
            List.of("cause", "faultClass", "itemClass", "component", "channel", "pass", "termMonths");

    private final CompiledPolicy policy;
    private final Facts facts;
    private final LineFacts line;
    private final @Nullable Diagnosis diagnosis;
    private final List<String> evidenceIds;
    private final @Nullable String[] values;
    private final boolean[] looked;
    private @Nullable String termMonths;

    KnownFacts(
            CompiledPolicy policy,
            Facts facts,
            LineFacts line,
            @Nullable Diagnosis diagnosis,
            List<String> evidenceIds) {
        this.policy = policy;
        this.facts = facts;
        this.line = line;
        this.diagnosis = diagnosis;
        this.evidenceIds = evidenceIds;
        this.values = new String[policy.factCount()];
        this.looked = new boolean[policy.factCount()];
    }

    /** The term is known only once it was judged. */
    void termMonths(long months) {
        termMonths = Long.toString(months);
    }

    @Nullable
    String value(int fact) {
        if (!looked[fact]) {
            looked[fact] = true;
            values[fact] = look(fact);
        }
        return values[fact];
    }

    Truth holds(CompiledCondition condition) {
        return condition.holds(value(condition.fact()));
    }

    /** Whether all hold; false as soon as one does not. */
    Truth hold(List<CompiledCondition> conditions) {
        Truth all = Truth.TRUE;
        for (CompiledCondition condition : conditions) {
            switch (holds(condition)) {
                case FALSE -> {
                    return Truth.FALSE;
                }
                case UNKNOWN -> all = Truth.UNKNOWN;
                case TRUE -> {}
            }
        }
        return all;
    }

    /** Where a known fact comes from. */
    Origin origin(int fact) {
        if (fact == CAUSE || fact == FAULT_CLASS) {
            return diagnosis == null ? record() : diagnosed(diagnosis);
        }
        if (fact < OWN) {
            return record();
        }
        FactRule rule = policy.fact(fact);
        return switch (rule.from()) {
            case UNIT, CLAIM -> record();
            case DIAGNOSIS ->
                diagnosis == null ? record() : found(rule, diagnosis) == null ? diagnosed(diagnosis) : seen(diagnosis);
            case DOCUMENT, BARCODES -> shown(rule);
        };
    }

    /** The word of whoever diagnosed the cause. */
    Origin diagnosed(Diagnosis by) {
        return new Origin(
                new Confirmation(by.confirmedBy(), by.concludedAt()),
                by.causeConfirmed(),
                evidenceIds,
                by.concludedAt());
    }

    /** What was seen beside the cause is no suspicion, even where the cause is one. */
    private Origin seen(Diagnosis by) {
        return new Origin(new Confirmation(by.confirmedBy(), by.concludedAt()), true, evidenceIds, by.concludedAt());
    }

    /** What the customer said when submitting: a suspicion at most. */
    Origin claimed() {
        return new Origin(claimant(), false, evidenceIds, facts.submittedAt());
    }

    private Confirmation claimant() {
        return new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, facts.submittedBy()), facts.submittedAt());
    }

    private Origin record() {
        return new Origin(null, true, evidenceIds, facts.submittedAt());
    }

    private Origin shown(FactRule rule) {
        DatedDocument paper = rule.document() == null ? null : decisive(rule);
        if (paper == null) {
            return record();
        }
        List<String> shows = paper.evidenceId() == null ? evidenceIds : List.of(paper.evidenceId());
        Confirmation examined = paper.confirmation();
        if (examined != null) {
            return new Origin(examined, true, shows, examined.at());
        }
        UnitFacts unit = line.unit();
        boolean compared = rule.from() == FactRule.Source.BARCODES;
        return compared || (unit != null && unit.documents().contains(paper))
                ? new Origin(null, true, shows, facts.submittedAt())
                : new Origin(claimant(), false, shows, facts.submittedAt());
    }

    // ---- Looking up

    private @Nullable String look(int fact) {
        if (fact >= OWN) {
            return look(policy.fact(fact));
        }
        UnitFacts unit = line.unit();
        return switch (fact) {
            case CAUSE -> diagnosis == null ? null : diagnosis.cause();
            case FAULT_CLASS ->
                diagnosis == null ? null : diagnosis.faultClass().name();
            case ITEM_CLASS -> unit == null ? null : unit.itemClass().name();
            case COMPONENT -> line.component();
            case CHANNEL -> facts.channel();
            case PASS -> (diagnosis == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS).name();
            case TERM_MONTHS -> termMonths;
            default -> throw new IllegalArgumentException("no fact has number " + fact);
        };
    }

    private @Nullable String look(FactRule rule) {
        return switch (rule.from()) {
            case DIAGNOSIS -> seen(rule);
            case UNIT -> ofUnit(rule.name());
            case CLAIM -> said(rule.name());
            case DOCUMENT -> {
                DatedDocument paper = decisive(rule);
                yield paper == null ? null : paper.state().name();
            }
            case BARCODES -> {
                DatedDocument paper = decisive(rule);
                FactRule.Agreement agreement = paper == null ? null : agreement(rule, paper);
                yield agreement == null ? null : agreement.name();
            }
        };
    }

    private @Nullable String seen(FactRule rule) {
        if (diagnosis == null) {
            return null;
        }
        String found = found(rule, diagnosis);
        return found == null ? rule.causes().get(diagnosis.cause()) : found;
    }

    /** What was seen beside the cause; absent when that says nothing of the fact. */
    private static @Nullable String found(FactRule rule, Diagnosis diagnosis) {
        String observed = diagnosis.observations().get(rule.name());
        if (observed != null) {
            return observed;
        }
        for (String finding : diagnosis.findings()) {
            String value = rule.findings().get(finding);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The reading by which the cause says the fact; absent when something else does. */
    @Nullable
    String readingOf(int fact) {
        if (fact < OWN || diagnosis == null) {
            return null;
        }
        FactRule rule = policy.fact(fact);
        return rule.from() == FactRule.Source.DIAGNOSIS
                        && found(rule, diagnosis) == null
                        && rule.causes().containsKey(diagnosis.cause())
                ? rule.causesReading()
                : null;
    }

    private @Nullable String ofUnit(String name) {
        UnitFacts unit = line.unit();
        String own = unit == null ? null : unit.attributes().get(name);
        if (own != null) {
            return own;
        }
        Product product = policy.product(model());
        return product == null ? null : product.attributes().get(name);
    }

    private @Nullable String model() {
        UnitFacts unit = line.unit();
        return unit == null ? facts.model() : unit.model();
    }

    /** What the claim says under this name. */
    @Nullable
    String said(String name) {
        return switch (name) {
            case "site" -> facts.site();
            case "channel" -> facts.channel();
            default -> line.attributes().get(name);
        };
    }

    /** The paper that decides the fact: one with a fault goes before one without, and one that was altered before all. */
    private @Nullable DatedDocument decisive(FactRule rule) {
        DocumentKind kind = rule.document();
        UnitFacts unit = line.unit();
        DatedDocument ofUnit = unit == null ? null : worst(unit.documents(), kind, rule);
        DatedDocument ofClaim = worst(line.documents(), kind, rule);
        if (ofUnit == null || ofClaim == null) {
            return ofUnit == null ? ofClaim : ofUnit;
        }
        return badness(ofClaim, rule) > badness(ofUnit, rule) ? ofClaim : ofUnit;
    }

    private @Nullable DatedDocument worst(List<DatedDocument> papers, @Nullable DocumentKind kind, FactRule rule) {
        DatedDocument worst = null;
        for (DatedDocument paper : papers) {
            if (paper.kind() == kind && (worst == null || badness(paper, rule) > badness(worst, rule))) {
                worst = paper;
            }
        }
        return worst;
    }

    private int badness(DatedDocument paper, FactRule rule) {
        if (rule.from() == FactRule.Source.DOCUMENT) {
            return switch (paper.state()) {
                case VALID -> 0;
                case ILLEGIBLE -> 1;
                case INCONSISTENT -> 2;
                case ALTERED -> 3;
            };
        }
        FactRule.Agreement agreement = agreement(rule, paper);
        return agreement == null ? -1 : agreement.ordinal();
    }

    /** How the paper's numbers agree with the unit's, at worst; absent when there are none to compare. */
    private FactRule.@Nullable Agreement agreement(FactRule rule, DatedDocument paper) {
        FactRule.Agreement worst = null;
        for (String attribute : rule.attributes()) {
            String printed = paper.attributes().get(attribute);
            String own = ownNumber(attribute);
            if (printed != null && own != null) {
                FactRule.Agreement agreement = Barcodes.compare(printed, own);
                worst = worst == null || agreement.compareTo(worst) > 0 ? agreement : worst;
            }
        }
        return worst;
    }

    /** The numbers in which the paper that decides the fact differs from the unit; empty for a fact of another kind. */
    List<PaperComparison.Mismatch> mismatches(String fact) {
        FactRule rule = policy.isOwnFact(fact) ? policy.fact(fact) : null;
        DatedDocument paper = rule == null || rule.from() != FactRule.Source.BARCODES ? null : decisive(rule);
        if (rule == null || paper == null) {
            return List.of();
        }
        List<PaperComparison.Mismatch> found = new ArrayList<>(2);
        for (String attribute : rule.attributes()) {
            String printed = paper.attributes().get(attribute);
            String own = ownNumber(attribute);
            if (printed != null && own != null && Barcodes.compare(printed, own) != FactRule.Agreement.SAME) {
                found.add(new PaperComparison.Mismatch(attribute, printed, own));
            }
        }
        return found;
    }

    private @Nullable String ownNumber(String attribute) {
        String own = ofUnit(attribute);
        return own == null ? line.attributes().get(attribute) : own;
    }

    /** How papers can be compared with the unit's record. */
    enum Comparable {
        /** One paper and the record bear all numbers, or nothing has to be compared. */
        ALL,
        /** No paper bears all: another is asked for. */
        PAPER_LACKS,
        /** A paper bears all, and the record does not: nothing disagrees, and nobody but the vendor can mend it. */
        RECORD_LACKS
    }

    /**
     * How papers, the vendor's own and the claim's alike, can be compared with the unit's record: in the numbers that the
     * record has, and as many as a unit of the model bears (reading R-B10). Beside a paper that counts although it is at
     * fault nothing more is asked for.
     */
    Comparable comparable(FactRule rule) {
        UnitFacts unit = line.unit();
        if (unit == null) {
            return Comparable.ALL;
        }
        List<DatedDocument> papers = new ArrayList<>(unit.documents());
        papers.addAll(line.documents());
        int ofModel = numbersOf(rule);
        boolean found = false;
        boolean complete = false;
        for (DatedDocument paper : papers) {
            if (paper.kind() == rule.document() && policy.isProof(paper)) {
                if (paper.state() != DatedDocument.State.VALID) {
                    return Comparable.ALL;
                }
                found = true;
                complete |= bearsAll(rule, paper, ofModel, unit);
            }
        }
        if (!found) {
            return Comparable.ALL;
        }
        if (!complete) {
            return Comparable.PAPER_LACKS;
        }
        long recorded = rule.attributes().stream()
                .filter(attribute -> ownNumber(attribute) != null)
                .count();
        return recorded < ofModel ? Comparable.RECORD_LACKS : Comparable.ALL;
    }

    private static boolean bearsAll(FactRule rule, DatedDocument paper, int ofModel, UnitFacts unit) {
        int printed = 0;
        for (String attribute : rule.attributes()) {
            if (paper.attributes().containsKey(attribute)) {
                printed++;
            } else if (unit.attributes().containsKey(attribute)) {
                return false;
            }
        }
        return printed >= ofModel;
    }

    /** How many of the numbers a unit of its model bears, by what the policy says of the product; 0 where it says nothing. */
    private int numbersOf(FactRule rule) {
        Product product = policy.product(model());
        String count = product == null ? null : product.attributes().get(rule.name());
        return count == null ? 0 : FactRule.Count.valueOf(count).numbers();
    }

    /** The covered causes of which one would help in the place of that cause: not itself, and none that the contract excludes. */
    List<String> coveredInPlaceOf(String cause) {
        List<String> covered = policy.rules().coverage().causes().covered();
        List<String> byContract = policy.contractWins() && policy.excludedByContract() != null
                ? facts.contractTerms().excludedCauses()
                : List.of();
        return !covered.contains(cause) && byContract.isEmpty()
                ? covered
                : covered.stream()
                        .filter(other -> !other.equals(cause) && !byContract.contains(other))
                        .toList();
    }

    /** Whether the vendor has a record of the line's unit. */
    boolean hasUnit() {
        return line.unit() != null;
    }

    /** When the last was said of the line. */
    Instant latest() {
        return diagnosis == null ? facts.submittedAt() : diagnosis.concludedAt();
    }
}
