package dev.aftersales.claims.claims;

/**
 * The answer to the request that made a claim, kept with it so that every repetition of the request gets the very same.
 *
 * @param bodyHash of the request, see {@link RequestHash}
 * @param body JSON text
 */
public record FirstAnswer(String bodyHash, int status, String location, String body) {}
