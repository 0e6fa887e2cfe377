package dev.aftersales.claims.agreements;

import java.time.Instant;

/**
 * That somebody entered the agreement as it stood from then on.
 *
 * @param by the person's id
 */
public record AgreementEntry(String by, Instant at) {}
