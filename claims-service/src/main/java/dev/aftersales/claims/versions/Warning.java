package dev.aftersales.claims.versions;

/**
 * What does not keep a version from taking effect, and should be seen to.
 *
 * @param rule stable name, for example {@code calendar-year-missing}
 * @param detail what is wrong, and what to do
 */
record Warning(String rule, String detail) {}
