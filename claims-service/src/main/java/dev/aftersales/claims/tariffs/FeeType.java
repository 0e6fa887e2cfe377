package dev.aftersales.claims.tariffs;

/** What can be charged for. Which of them a vendor's quote may have, its policy says (B3.3). */
public enum FeeType {
    PARTS,
    LABOUR,
    /** Service that is neither parts nor labour, for example a diagnosis. */
    SERVICE,
    INBOUND_FREIGHT,
    RETURN_FREIGHT,
    /** A faster leg than the vendor pays for (C4.3c). */
    URGENT_FREIGHT,
    DUTY,
    /** Call-out to the site (reading B?8). */
    DOOR_TO_DOOR,
    /** The work of a repair shop. */
    MAINTENANCE,
    /** Surcharge for the distance to a remote area (reading B?8). */
    REMOTE,
    /** What the work uses up. */
    AUXILIARY_MATERIAL,
    SPARE_PARTS;

    /** Whether the fee is for a part with a number. */
    public boolean namesPart() {
        return this == PARTS || this == SPARE_PARTS;
    }
}
