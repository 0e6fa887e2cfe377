/** Brings committed events to the broker: woken by the commit, with a sweep as the safety net. */
@NullMarked
package dev.aftersales.chassis.outbox;

import org.jspecify.annotations.NullMarked;
