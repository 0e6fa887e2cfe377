package dev.aftersales.claims.adjudication;

/** The same words in both languages of the suite; they come from the policy pack. */
public record Text(String en, String zh) {}
