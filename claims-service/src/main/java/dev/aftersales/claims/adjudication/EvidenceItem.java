package dev.aftersales.claims.adjudication;

/**
 * A piece of evidence that came with the claim.
 *
 * @param id of the stored file
 */
public record EvidenceItem(String id, EvidenceKind kind) {}
