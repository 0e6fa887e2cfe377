package dev.aftersales.contracts.events.batches;

/** What an emergency plan does first, so that a batch issue does not spread. */
public enum Containment {
    /** The affected lots are not shipped any more. */
    STOP_SHIP,
    /** Spare parts for the units that failed, and for those that will, are laid in. */
    SPARE_PARTS,
    /** Customers get other units before theirs are back. */
    ADVANCE_REPLACEMENT,
    /** Units in the field are looked at. */
    FIELD_INSPECTION
}
