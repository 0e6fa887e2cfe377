package dev.aftersales.claims.adjudication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The citations of one line while it is judged, each with the words of its clause and of its reading. */
final class Citations {

    private final CompiledPolicy policy;
    private final List<Citation> made = new ArrayList<>(8);

    Citations(CompiledPolicy policy) {
        this.policy = policy;
    }

    /** Begins a citation; it counts once it is {@link Making#add() added}. */
    Making of(String clause, Effect effect, String fact, String value) {
        return new Making(clause, effect, fact, value);
    }

    List<Citation> made() {
        return made;
    }

    /** Whether the clause is cited in any way but as dismissed. */
    boolean stands(String clause) {
        for (Citation citation : made) {
            if (citation.clause().equals(clause) && citation.effect() != Effect.DISMISSED) {
                return true;
            }
        }
        return false;
    }

    /** What a person dismissed, once each, in the order in which it came up. */
    List<String> dismissed() {
        return made.stream()
                .filter(citation -> citation.effect() == Effect.DISMISSED)
                .map(Citation::value)
                .distinct()
                .toList();
    }

    /** A citation before all of it is known. */
    final class Making {
        private final String clause;
        private final Effect effect;
        private final String fact;
        private final String value;
        private List<String> evidence = List.of();
        private @Nullable Confirmation confirmation;
        private @Nullable String reading;
        private @Nullable Text counterfactual;

        private Making(String clause, Effect effect, String fact, String value) {
            this.clause = clause;
            this.effect = effect;
            this.fact = fact;
            this.value = value;
        }

        Making evidence(List<String> ids) {
            evidence = ids;
            return this;
        }

        Making confirmation(Confirmation by) {
            confirmation = by;
            return this;
        }

        Making reading(@Nullable String id) {
            reading = id;
            return this;
        }

        Making counterfactual(@Nullable Text text) {
            counterfactual = text;
            return this;
        }

        void add() {
            made.add(new Citation(
                    clause,
                    effect,
                    policy.clause(clause),
                    fact,
                    value,
                    evidence,
                    confirmation,
                    reading,
                    policy.reading(reading),
                    counterfactual));
        }
    }
}
