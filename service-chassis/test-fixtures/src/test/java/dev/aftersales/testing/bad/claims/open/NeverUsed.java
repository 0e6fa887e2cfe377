package dev.aftersales.testing.bad.claims.open;

public final class NeverUsed {}
