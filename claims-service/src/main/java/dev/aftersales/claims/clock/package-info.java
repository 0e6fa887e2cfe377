/**
 * The business time of a simulated suite: who moved it forward, how far, and whether everybody follows. There only under
 * the profile {@code simulation}.
 */
@NullMarked
package dev.aftersales.claims.clock;

import org.jspecify.annotations.NullMarked;
