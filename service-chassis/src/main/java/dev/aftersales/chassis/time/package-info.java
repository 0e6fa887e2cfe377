/** Business time, and machine time beside it. */
@NullMarked
package dev.aftersales.chassis.time;

import org.jspecify.annotations.NullMarked;
