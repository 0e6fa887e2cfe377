package dev.aftersales.claims.evidence;

/** Knows which evidence the claims name. */
public interface ClaimedEvidence {

    /** Whether that claim exists and names that evidence. */
    boolean names(String claimId, String evidenceId);

    /** Whether that claim names that evidence and leaves it to a new application as well (D4.2c). */
    boolean leaves(String claimId, String evidenceId);
}
