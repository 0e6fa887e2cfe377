package dev.aftersales.logistics.stock;

/** Pieces of a part by production lot, as its document keeps them: so many came in with the lot and have not left. */
final class Lots {

    static final String FIELD = "lots";

    private Lots() {}

    /** The lot as the name of a field. */
    static String key(String lot) {
        // Not digits alone: that would be a place in a list.
        return "lot-" + lot.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }

    /** The field of a lot. */
    static String field(String lot) {
        return FIELD + "." + key(lot);
    }
}
