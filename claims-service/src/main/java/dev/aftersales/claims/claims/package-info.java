/** Owns the claim: its lines and their lifecycle, how it is submitted once, judged, shown and closed. */
@NullMarked
package dev.aftersales.claims.claims;

import org.jspecify.annotations.NullMarked;
