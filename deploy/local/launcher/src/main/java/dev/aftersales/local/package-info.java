/** The local platform: what the suite consists of on one machine, and how it starts, is watched and stops. */
@NullMarked
package dev.aftersales.local;

import org.jspecify.annotations.NullMarked;
