/** Owns the clocks of policies: by when what a policy promises is due, and how that was counted. */
@NullMarked
package dev.aftersales.claims.deadlines;

import org.jspecify.annotations.NullMarked;
