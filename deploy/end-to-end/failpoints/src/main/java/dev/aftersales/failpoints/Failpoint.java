package dev.aftersales.failpoints;

/** A place in the services' code, what happens there, and where it is told. */
record Failpoint(Target target, Interception interception, Journal journal) {}
