/** Owns how the gateway leaves without failing anybody's request. */
@NullMarked
package dev.aftersales.gateway.shutdown;

import org.jspecify.annotations.NullMarked;
