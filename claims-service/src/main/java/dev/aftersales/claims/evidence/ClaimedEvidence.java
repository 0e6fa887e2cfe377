package dev.aftersales.claims.evidence;

/** Knows which evidence the claims name. */
@FunctionalInterface
public interface ClaimedEvidence {

    /** Whether that claim exists and names that evidence. */
    boolean names(String claimId, String evidenceId);
}
