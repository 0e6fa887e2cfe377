package dev.aftersales.testing.bad.diagnosis;

public final class Case {}
