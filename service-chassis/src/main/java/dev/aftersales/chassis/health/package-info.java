/** Tells the platform when a part of the service has died. */
@NullMarked
package dev.aftersales.chassis.health;

import org.jspecify.annotations.NullMarked;
