package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause that takes a line out of cover: by the code of its cause, or by what was observed.
 *
 * @param reading under which the clause applies at all; absent when its words suffice
 * @param causes codes that it names; may be empty
 * @param sameEvent codes of causes that come about by one that it names, so that both clauses are cited
 * @param observed facts any one of which suffices; may be empty
 * @param doubtful a fact that is no ground yet, but a person looks at it
 * @param when a further condition; while it is not established a person decides
 * @param unless a condition that lifts the exclusion; where a person decides in any case, it does once they confirm it
 * @param next what the customer does about it where somebody else answers; absent otherwise
 * @param proof who may confirm the fact, always with evidence; anybody else's word is a suspicion
 */
public record Exclusion(
        String clause,
        @Nullable String reading,
        Outcome outcome,
        List<String> causes,
        @Nullable SameEvent sameEvent,
        List<Condition> observed,
        @Nullable Doubtful doubtful,
        @Nullable When when,
        @Nullable Condition unless,
        @Nullable Text next,
        List<Confirmer.Kind> proof) {
    public Exclusion {
        causes = List.copyOf(causes);
        observed = List.copyOf(observed);
        proof = List.copyOf(proof);
    }

    /** Who answers for what is excluded. */
    public enum Outcome {
        NOT_COVERED_OFFER_QUOTE,
        REDIRECT,
        /** Never by itself: a person decides, and only then a quote is offered. */
        NEEDS_REVIEW
    }

    /** Causes of another clause that are the same event under a reading. */
    public record SameEvent(List<String> causes, String reading) {
        public SameEvent {
            causes = List.copyOf(causes);
        }
    }

    /** A fact that raises a doubt, and the reading by which it does no more. */
    public record Doubtful(Condition when, String reading) {}

    /** A further condition, and the reading by which a person decides while it is not established. */
    public record When(Condition condition, String otherwise) {}
}
