package dev.aftersales.testing.good.claims.intake;

public record Serial(String value) {}
