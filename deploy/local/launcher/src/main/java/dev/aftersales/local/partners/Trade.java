package dev.aftersales.local.partners;

import java.util.List;

/**
 * Who moves a vendor's parcels, and knows what its customers owe.
 *
 * @param agent of the vendor; login at the issuer
 * @param clerk of the vendor's warehouse; login at the issuer
 * @param carrier who fetches and delivers; client of the issuer
 */
record Trade(String vendor, String agent, String clerk, String carrier) {

    /** All five. */
    static final List<Trade> ALL = List.of(
            new Trade("exporter", "anna", "wang", "carrier-one"),
            new Trade("shops", "rong", "gao", "carrier-two"),
            new Trade("agency", "bo", "walt", "carrier-two"),
            new Trade("online", "otto", "leon", "carrier-two"),
            new Trade("project", "gina", "lars", "carrier-two"));
}
