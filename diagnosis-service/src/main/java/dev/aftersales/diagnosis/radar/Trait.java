package dev.aftersales.diagnosis.radar;

/** What the units of a group have in common; a policy's batch rule names those that count (A?8). */
enum Trait {
    /** The organisation that the claims come from. */
    CONTRACT_HOLDER,
    MODEL,
    FAULT_FAMILY,
    /** The production lot; units whose lot nobody knows are a group of their own. */
    LOT
}
