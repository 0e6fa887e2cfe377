package dev.aftersales.claims.contracts;

import java.time.Instant;

/**
 * That somebody entered the contract as it stood from then on.
 *
 * @param by the person's id
 */
public record ContractEntry(String by, Instant at) {}
