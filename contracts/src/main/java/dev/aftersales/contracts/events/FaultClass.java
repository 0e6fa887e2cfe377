package dev.aftersales.contracts.events;

/** SIMPLE faults are cured by parts (A4.5), COMPLEX ones at the depot (A4.6); the diagnosis says which (reading A?7). */
public enum FaultClass {
    SIMPLE,
    COMPLEX
}
