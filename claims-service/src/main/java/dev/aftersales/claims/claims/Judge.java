package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.policies.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Has lines of a claim judged by the version that the claim is bound to, and keeps the explanations before anything names
 * them.
 */
final class Judge {

    private final Policies policies;
    private final ClaimFacts claimFacts;
    private final Adjudicator adjudicator;
    private final Explanations explanations;

    Judge(Policies policies, ClaimFacts claimFacts, Adjudicator adjudicator, Explanations explanations) {
        this.policies = policies;
        this.claimFacts = claimFacts;
        this.adjudicator = adjudicator;
        this.explanations = explanations;
    }

    /** The judgement that a line stands at: the second one as soon as somebody said what is wrong with it. */
    static Pass passOf(ClaimLine line) {
        return line.conclusion() == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS;
    }

    /** Judges these lines of the claim, each in the pass that it stands at. */
    List<LineOutcome> judge(Claim claim, Set<Integer> lines) {
        CompiledPolicy policy = policy(claim);
        List<LineOutcome> outcomes = new ArrayList<>();
        claimFacts
                .byPass(claim, lines)
                .forEach((pass, facts) ->
                        outcomes.addAll(adjudicator.judge(policy, facts, pass).lines()));
        explanations.keep(
                outcomes.stream().map(LineOutcome::explanation).distinct().toList());
        return outcomes;
    }

    /** An explanation of an earlier judgement; empty when none of that id was kept. */
    Optional<Explanation> explanation(String id) {
        return Optional.ofNullable(explanations.find(Set.of(id)).get(id));
    }

    /** What people call a code, by the version that the claim is bound to. */
    Function<String, Text> words(Claim claim) {
        return policy(claim)::words;
    }

    /** The version that the claim is bound to. */
    CompiledPolicy policy(Claim claim) {
        return policies.version(claim.policyVersion())
                .orElseThrow(() -> new IllegalStateException("policy version " + claim.policyVersion() + " is gone"));
    }
}
