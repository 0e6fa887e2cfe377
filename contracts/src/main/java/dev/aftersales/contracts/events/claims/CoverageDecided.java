package dev.aftersales.contracts.events.claims;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, line by line, each verdict resting on an immutable explanation that was written before this event.
 *
 * @param explanations why, each explanation once for all lines that name it; an explanation that has no deciding reason is
 *     left out, and an event that was written before there were any reads as an empty list
 */
@EventContract(type = "claims.coverage-decided.v1", topic = Topic.CLAIMS)
public record CoverageDecided(
        String claimId,
        String vendor,
        String policyVersion,
        CustomerRef customer,
        List<Line> lines,
        @Nullable List<Explanation> explanations)
        implements Event {
    public CoverageDecided {
        lines = List.copyOf(lines);
        explanations = explanations == null ? List.of() : List.copyOf(explanations);
    }

    /** Never absent, whatever the event says. */
    @Override
    public List<Explanation> explanations() {
        return explanations == null ? List.of() : explanations;
    }

    /**
     * The verdict on one line.
     *
     * @param route how it will be served; only with a covered verdict
     * @param clauses every clause that matched, in the order of the explanation
     * @param quoteRoute where a quote can be asked for, a path of the public API; only when not covered
     */
    public record Line(
            int line,
            @Nullable String serial,
            Verdict verdict,
            @Nullable Route route,
            List<String> clauses,
            String explanationId,
            @Nullable String quoteRoute) {
        public Line {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * What decided the verdicts that rest on one explanation; the clauses that only support it are not among the reasons.
     *
     * @param id as the lines name it
     */
    public record Explanation(String id, List<Reason> reasons) {
        public Explanation {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A clause that decided. It holds no person's data, neither a customer's nor that of whoever confirmed the fact.
     *
     * @param text the clause in short
     * @param fact what the clause looked at, for example {@code term}
     * @param value what it found there, for example the bill of lading with its date and the last day of the term
     * @param counterfactual what would have changed the verdict; absent when nothing of this clause would
     * @param reading the settlement of an ambiguity that it rests on, for example {@code R-A15}
     */
    public record Reason(
            String clause,
            Effect effect,
            Words text,
            String fact,
            String value,
            @Nullable Words counterfactual,
            @Nullable String reading) {}

    /** What a deciding clause does to the verdict. */
    public enum Effect {
        /** It takes the line out of cover. */
        EXCLUDES,
        /** Somebody else answers for it. */
        REDIRECTS,
        /** It would take the line out of cover if a person confirmed the fact. */
        SUSPECTED,
        /** It leaves open what the facts ask; a person decides. */
        UNDECIDED,
        /** It grants what a covered line gets. */
        GRANTS
    }

    /** The same words in both languages of the suite. */
    public record Words(String en, String zh) {}
}
