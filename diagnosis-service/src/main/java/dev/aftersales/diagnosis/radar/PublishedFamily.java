package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.catalogue.FaultCodeEntered;
import java.util.Objects;

/**
 * What the vendor's fault catalogue says last of the family of a code. Every instance holds all codes of all catalogues,
 * some thousands: a claim is counted by the family of its code before anybody has diagnosed it.
 */
record PublishedFamily(String vendor, String code, String family) {

    static final String FAMILIES = "fault-families";

    PublishedFamily {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(family, "family");
    }

    static PublishedFamily of(FaultCodeEntered entered) {
        return new PublishedFamily(entered.vendor(), entered.code(), entered.family());
    }

    static String key(String vendor, String code) {
        return vendor + "/" + code;
    }
}
