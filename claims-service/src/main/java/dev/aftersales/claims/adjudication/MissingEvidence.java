package dev.aftersales.claims.adjudication;

/**
 * One thing that the policy needs and the claim lacks.
 *
 * @param clause that asks for it
 * @param item what is missing, as the policy names it: {@code PHOTO_OR_VIDEO}, {@code SERIAL} ...
 * @param wholeClaim true when the claim lacks it, false when this line does
 */
public record MissingEvidence(String clause, String item, boolean wholeClaim) {}
