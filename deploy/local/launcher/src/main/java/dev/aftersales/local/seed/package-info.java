/** The first data of the local platform, entered over the public API by the people who may. */
@NullMarked
package dev.aftersales.local.seed;

import org.jspecify.annotations.NullMarked;
