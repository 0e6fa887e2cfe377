package dev.aftersales.claims.adjudication;

import java.time.Instant;

/** Who stands for a fact, and since when. */
public record Confirmation(Confirmer by, Instant at) {}
