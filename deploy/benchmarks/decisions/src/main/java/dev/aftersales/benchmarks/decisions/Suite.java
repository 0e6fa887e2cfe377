package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Verdicts;
import java.util.ArrayList;
import java.util.List;

/** The suite's own engine. */
final class Suite implements Decider {

    private final CompiledPolicy policy = PolicyA.compiled();
    private final Adjudicator adjudicator = new Adjudicator();

    /** The judgement as the service takes it. */
    Verdicts judge(int line) {
        Line given = Lines.MIXED.get(line);
        return adjudicator.judge(policy, given.facts(), given.pass());
    }

    @Override
    public Answer decide(int line) {
        LineOutcome outcome = judge(line).lines().getFirst();
        Explanation explanation = outcome.explanation();
        List<Ground> grounds = new ArrayList<>(explanation.citations().size());
        for (Citation citation : explanation.citations()) {
            if (decides(citation.effect())) {
                grounds.add(new Ground(citation.clause(), citation.effect()));
            }
        }
        return new Answer(explanation.verdict(), grounds);
    }

    /** What a verdict brings with it (free labour, a route, a quote, who pays freight) decides nothing. */
    private static boolean decides(Effect effect) {
        return switch (effect) {
            case GRANTS, CHARGES -> false;
            case SUPPORTS, EXCLUDES, SUSPECTED, REDIRECTS, LACKS_EVIDENCE, UNDECIDED -> true;
            case DISMISSED, DISPUTE_UPHELD, NOTED -> true;
        };
    }
}
