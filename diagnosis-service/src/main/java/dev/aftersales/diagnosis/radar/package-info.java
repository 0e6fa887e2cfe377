/** Finds batch issues: counts the units that fail alike, over all claims, and raises the alarm when there are enough (A4.7). */
@NullMarked
package dev.aftersales.diagnosis.radar;

import org.jspecify.annotations.NullMarked;
