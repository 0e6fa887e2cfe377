package dev.aftersales.gateway.intake;

/**
 * What a posting does wrong.
 *
 * @param field the attribute, or the place in the data as in {@code data.trackingNumber}
 * @param rule that it breaks
 * @param detail what to do instead
 */
record Violation(String field, String rule, String detail) {}
