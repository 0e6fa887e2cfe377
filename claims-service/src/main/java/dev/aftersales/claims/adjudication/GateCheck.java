package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.CompiledPolicy.CompiledGate;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a line against the policy's conditions of cover: of each gate one alternative must hold. */
final class GateCheck {

    private final CompiledPolicy policy;
    private final KnownFacts known;
    private final Settlements settlements;
    private final Citations citations;
    private final boolean diagnosed;

    private boolean excluded;
    private boolean doubted;

    /** @param diagnosed whether somebody looked at the fault: before, facts that are not there hold nothing up */
    GateCheck(
            CompiledPolicy policy, KnownFacts known, Settlements settlements, Citations citations, boolean diagnosed) {
        this.policy = policy;
        this.known = known;
        this.settlements = settlements;
        this.citations = citations;
        this.diagnosed = diagnosed;
    }

    /** Whether a condition is established not to be met. */
    boolean excluded() {
        return excluded;
    }

    /** Whether a person must decide on one. */
    boolean doubted() {
        return doubted;
    }

    void check(List<MissingEvidence> missing) {
        for (CompiledGate gate : policy.gates()) {
            check(gate, missing);
        }
    }

    private void check(CompiledGate gate, List<MissingEvidence> missing) {
        List<List<CompiledCondition>> ways = gate.ways();
        int unknown = -1;
        for (int i = 0; i < ways.size(); i++) {
            switch (known.hold(ways.get(i))) {
                case TRUE -> {
                    met(gate.gate().anyOf().get(i), ways.get(i));
                    return;
                }
                case UNKNOWN -> unknown = unknown < 0 ? i : unknown;
                case FALSE -> {}
            }
        }
        if (unknown < 0) {
            unmet(gate);
        } else if (diagnosed || gate.gate().unknown() == Coverage.Unknown.MET) {
            unknown(gate.gate(), gate.gate().anyOf().get(unknown), ways.get(unknown), missing);
        }
    }

    private void met(Coverage.Alternative way, List<CompiledCondition> conditions) {
        for (CompiledCondition condition : conditions) {
            String ofFact = known.readingOf(condition.fact());
            cite(way, condition, Effect.SUPPORTS, known.origin(condition.fact()))
                    .reading(ofFact == null ? way.reading() : ofFact)
                    .add();
        }
    }

    // ---- None holds

    private void unmet(CompiledGate gate) {
        List<List<CompiledCondition>> ways = gate.ways();
        boolean solid = true;
        int furthest = 0;
        for (List<CompiledCondition> way : ways) {
            solid &= known.origin(failing(way).fact()).solid();
            furthest = Math.max(furthest, holding(way));
        }
        for (int i = 0; i < ways.size(); i++) {
            // Of an alternative that is not even nearly met, for example the one for another supply, nobody needs to
            // hear.
            if (holding(ways.get(i)) == furthest) {
                unmet(gate.gate(), gate.gate().anyOf().get(i), failing(ways.get(i)), solid);
            }
        }
    }

    private void unmet(Coverage.Gate gate, Coverage.Alternative way, CompiledCondition failing, boolean solid) {
        Origin origin = known.origin(failing.fact());
        boolean byItself = gate.unmet() == Coverage.Unmet.NOT_COVERED_OFFER_QUOTE && solid;
        Confirmation ruled = settlements.ruledOut(way.clause(), origin.since());
        Settlements.Standing standing = byItself
                ? new Settlements.Standing(ruled == null ? Effect.EXCLUDES : Effect.DISMISSED, ruled)
                : settlements.standing(new Doubt(way.clause(), failing.name()), origin.since());
        Effect effect = standing.effect() == Effect.UNDECIDED && gate.unmet() != Coverage.Unmet.NEEDS_REVIEW
                ? Effect.SUSPECTED
                : standing.effect();
        excluded |= effect == Effect.EXCLUDES;
        doubted |= effect == Effect.SUSPECTED || effect == Effect.UNDECIDED;
        Citations.Making citation = cite(way, failing, effect, origin)
                .reading(way.reading())
                .otherwise(
                        effect == Effect.DISMISSED ? null : new Otherwise(Phrase.GATE, failing.name(), failing.in()));
        if (standing.by() != null) {
            citation.confirmation(standing.by());
        }
        citation.add();
    }

    private CompiledCondition failing(List<CompiledCondition> way) {
        CompiledCondition first = null;
        for (CompiledCondition condition : way) {
            if (known.holds(condition) == Truth.FALSE) {
                if (known.origin(condition.fact()).solid()) {
                    return condition;
                }
                first = first == null ? condition : first;
            }
        }
        if (first == null) {
            throw new IllegalStateException("an alternative that does not hold has a condition that does not");
        }
        return first;
    }

    private int holding(List<CompiledCondition> way) {
        int count = 0;
        for (CompiledCondition condition : way) {
            if (known.holds(condition) == Truth.TRUE) {
                count++;
            }
        }
        return count;
    }

    // ---- Nobody knows

    private void unknown(
            Coverage.Gate gate,
            Coverage.Alternative way,
            List<CompiledCondition> conditions,
            List<MissingEvidence> missing) {
        CompiledCondition open = conditions.stream()
                .filter(condition -> known.holds(condition) == Truth.UNKNOWN)
                .findFirst()
                .orElseThrow();
        switch (gate.unknown()) {
            case IGNORE -> {}
            case MET -> {
                if (known.hasUnit()) {
                    citations
                            .of(way.clause(), Effect.SUPPORTS, open.name(), "NOT_KNOWN")
                            .reading(gate.reading())
                            .add();
                }
            }
            case NEEDS_EVIDENCE -> {
                String item = gate.item() == null ? open.name() : gate.item();
                missing.add(new MissingEvidence(way.clause(), item, false));
                citations
                        .of(way.clause(), Effect.LACKS_EVIDENCE, open.name(), "NOT_KNOWN")
                        .reading(way.reading())
                        .otherwise(new Otherwise(Phrase.MISSING, item))
                        .add();
            }
            case NEEDS_REVIEW -> {
                Settlements.Standing standing =
                        settlements.standing(new Doubt(way.clause(), open.name()), known.latest());
                excluded |= standing.effect() == Effect.EXCLUDES;
                doubted |= standing.effect() == Effect.UNDECIDED;
                citations
                        .of(way.clause(), standing.effect(), open.name(), "NOT_KNOWN")
                        .confirmation(standing.by())
                        .reading(way.reading())
                        .otherwise(unknownOtherwise(standing.effect(), open))
                        .add();
            }
        }
    }

    private static @Nullable Otherwise unknownOtherwise(Effect effect, CompiledCondition open) {
        return switch (effect) {
            case UNDECIDED -> new Otherwise(Phrase.GATE_UNKNOWN, open.name());
            case EXCLUDES -> new Otherwise(Phrase.GATE, open.name(), open.in());
            default -> null;
        };
    }

    private Citations.Making cite(Coverage.Alternative way, CompiledCondition condition, Effect effect, Origin origin) {
        String value = known.value(condition.fact());
        return citations
                .of(way.clause(), effect, condition.name(), value == null ? "NOT_KNOWN" : value)
                .evidence(origin.confirmation() == null ? List.of() : origin.evidenceIds())
                .confirmation(origin.confirmation());
    }
}
