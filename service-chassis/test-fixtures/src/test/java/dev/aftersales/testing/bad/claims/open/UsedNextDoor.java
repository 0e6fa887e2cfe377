package dev.aftersales.testing.bad.claims.open;

public final class UsedNextDoor {}
