package dev.aftersales.claims.adjudication;

import java.time.Instant;

/**
 * A consent that was given.
 *
 * @param version of the text that was agreed to
 * @param by the account's id
 */
public record Consented(String version, String by, Instant at) {}
