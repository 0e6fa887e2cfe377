package dev.aftersales.diagnosis.radar;

/**
 * What the vendor's fault catalogue says last of the family of a code. Every instance holds all codes of all catalogues,
 * some thousands: a claim is counted by the family of its code before anybody has diagnosed it.
 */
record PublishedFamily(String vendor, String code, String family) {

    static final String FAMILIES = "fault-families";

    static String key(String vendor, String code) {
        return vendor + "/" + code;
    }
}
