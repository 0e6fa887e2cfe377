/**
 * Promised times reckoned as values: when a promise is due, and every day or hour of it counted, skipped or paused. No
 * framework, no clock, no policy: whoever asks gives the promise, the calendar and the instants.
 */
@NullMarked
package dev.aftersales.chassis.deadlines;

import org.jspecify.annotations.NullMarked;
