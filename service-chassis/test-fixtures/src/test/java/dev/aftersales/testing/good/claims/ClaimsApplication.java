package dev.aftersales.testing.good.claims;

public final class ClaimsApplication {}
