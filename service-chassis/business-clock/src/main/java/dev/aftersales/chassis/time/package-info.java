/**
 * Business time, and machine time beside it. Under the profile {@code simulation} business time can be moved forward; this
 * package then makes every instance follow it.
 */
@NullMarked
package dev.aftersales.chassis.time;

import org.jspecify.annotations.NullMarked;
