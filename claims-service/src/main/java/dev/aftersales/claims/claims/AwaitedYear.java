package dev.aftersales.claims.claims;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has to enter before the deadlines of a claim can be reckoned.
 *
 * @param calendar that the claim's policy counts by
 * @param year that it lacks; absent where there is no such calendar at all
 */
record AwaitedYear(String calendar, @Nullable Integer year) {

    /** By what claims that wait for it are found; no id of a calendar has a slash. */
    String key() {
        return year == null ? calendar : calendar + "/" + year;
    }
}
