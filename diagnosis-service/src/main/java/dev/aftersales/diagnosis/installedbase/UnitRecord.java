package dev.aftersales.diagnosis.installedbase;

import org.jspecify.annotations.Nullable;

/**
 * What was last told of a serial.
 *
 * @param sold absent when it stands under no contract any more; the record stays, or what was told before would bring it
 *     back
 */
record UnitRecord(String vendor, @Nullable SoldUnit sold) {}
