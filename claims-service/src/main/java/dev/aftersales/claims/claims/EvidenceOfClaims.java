package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.evidence.ClaimedEvidence;
import dev.aftersales.claims.policies.Policies;
import java.util.List;
import java.util.Optional;

/** The evidence that claims name, and what of it an ended application leaves to a new one. */
final class EvidenceOfClaims implements ClaimedEvidence {

    private static final String RESUBMIT = "RESUBMIT";
    private static final String COPIES = "copies";
    private static final String EVIDENCE = "EVIDENCE";

    private final Claims claims;
    private final Policies policies;

    EvidenceOfClaims(Claims claims, Policies policies) {
        this.claims = claims;
        this.policies = policies;
    }

    @Override
    public boolean names(String claimId, String evidenceId) {
        return naming(claimId, evidenceId).isPresent();
    }

    @Override
    public boolean leaves(String claimId, String evidenceId) {
        return naming(claimId, evidenceId)
                .filter(claim -> policies.version(claim.policyVersion())
                        .map(CompiledPolicy::rules)
                        .filter(rules -> leaves(claim, rules))
                        .isPresent())
                .isPresent();
    }

    /** Where lines have expired and the policy has a new application bring the same evidence (D4.2c). */
    static boolean leaves(Claim claim, PolicyRules rules) {
        return claim.lines().stream().anyMatch(line -> line.state() instanceof LineState.Expired)
                && rules.logistics().stream()
                        .anyMatch(provision -> provision.rule().equals(RESUBMIT)
                                && provision.parameters().get(COPIES) instanceof List<?> copies
                                && copies.contains(EVIDENCE));
    }

    private Optional<Claim> naming(String claimId, String evidenceId) {
        return claims.find(claimId).filter(claim -> claim.evidenceIds().contains(evidenceId));
    }
}
