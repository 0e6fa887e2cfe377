package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.policies.Policies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has lines of a claim judged by the version that the claim is bound to, and keeps the explanations before anything names
 * them.
 */
final class Judge {

    private final Policies policies;
    private final Contracts contracts;
    private final Adjudicator adjudicator;
    private final Explanations explanations;

    Judge(Policies policies, Contracts contracts, Adjudicator adjudicator, Explanations explanations) {
        this.policies = policies;
        this.contracts = contracts;
        this.adjudicator = adjudicator;
        this.explanations = explanations;
    }

    /** Judges these lines of the claim. */
    List<LineOutcome> judge(Claim claim, Set<Integer> lines, Pass pass) {
        CompiledPolicy policy = policies.version(claim.policyVersion())
                .orElseThrow(() -> new IllegalStateException("policy version " + claim.policyVersion() + " is gone"));
        List<LineOutcome> outcomes =
                adjudicator.judge(policy, facts(claim, lines), pass).lines();
        explanations.keep(
                outcomes.stream().map(LineOutcome::explanation).distinct().toList());
        return outcomes;
    }

    private Facts facts(Claim claim, Set<Integer> lines) {
        Optional<SalesContract> contract = contracts.find(claim.vendor(), claim.contractNumber(), claim.organisation());
        List<ClaimLine> judged = claim.lines().stream()
                .filter(line -> lines.contains(line.line()))
                .toList();
        InstalledBase units = InstalledBase.of(
                contract,
                judged.stream().map(ClaimLine::serial).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Facts(
                claim.submittedAt(),
                claim.contractNumber(),
                contract.isPresent(),
                claim.model(),
                !claim.description().isBlank(),
                claim.declaredCause(),
                claim.evidence(),
                judged.stream().map(line -> facts(line, units)).toList());
    }

    private static LineFacts facts(ClaimLine line, InstalledBase units) {
        Conclusion conclusion = line.conclusion();
        String serial = line.serial();
        return new LineFacts(
                line.line(),
                serial,
                serial == null ? null : units.unit(serial).orElse(null),
                conclusion == null ? null : conclusion.diagnosis(),
                line.review());
    }
}
