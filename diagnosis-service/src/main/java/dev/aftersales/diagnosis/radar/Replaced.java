package dev.aftersales.diagnosis.radar;

import org.jspecify.annotations.Nullable;

/**
 * A line of a claim, as it counted before some of its units were claimed in another way.
 *
 * @param serial absent where it had none
 * @param left how many units it has since: none where it is counted by another serial, or by one at all
 */
record Replaced(int line, @Nullable String serial, int left) {}
