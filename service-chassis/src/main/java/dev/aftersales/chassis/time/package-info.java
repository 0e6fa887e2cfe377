/** Business time. */
@NullMarked
package dev.aftersales.chassis.time;

import org.jspecify.annotations.NullMarked;
