package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What led to a verdict. Its words are made when somebody first asks for them, always the same from the same findings, so
 * that what is kept is what was told.
 */
final class Reasoning {

    private final @Nullable CompiledPolicy policy;
    private final @Nullable Verdict verdict;
    private final List<Finding> findings;
    private @Nullable Explanation told;

    Reasoning(CompiledPolicy policy, @Nullable Verdict verdict, List<Finding> findings) {
        this.policy = policy;
        this.verdict = verdict;
        this.findings = findings;
    }

    /** An explanation that was told before. */
    Reasoning(Explanation told) {
        this.policy = null;
        this.verdict = told.verdict();
        this.findings = List.of();
        this.told = told;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    /** In the order of judging; empty for what was told before. */
    List<Finding> findings() {
        return findings;
    }

    // Two threads that ask at once make the same words twice; whichever is kept is right.
    Explanation explanation() {
        Explanation known = told;
        if (known == null) {
            known = new Phrasing(Objects.requireNonNull(policy)).explanation(verdict, findings);
            told = known;
        }
        return known;
    }

    /** The ids of the clauses cited, each once, in order; without making any words. */
    List<String> clauses() {
        Explanation known = told;
        if (known != null) {
            return known.clauses();
        }
        Set<String> clauses = new LinkedHashSet<>();
        for (Finding finding : findings) {
            clauses.add(finding.clause());
        }
        return List.copyOf(clauses);
    }

    /** The ids of the readings that it rests on, each once, in order; without making any words. */
    List<String> readings() {
        Explanation known = told;
        if (known != null) {
            return known.readings();
        }
        Set<String> readings = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.reading() != null) {
                readings.add(finding.reading());
            }
        }
        return List.copyOf(readings);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reasoning that && explanation().equals(that.explanation());
    }

    @Override
    public int hashCode() {
        return explanation().hashCode();
    }

    @Override
    public String toString() {
        return explanation().toString();
    }
}
