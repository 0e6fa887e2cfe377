/** Faults put into a running service from outside, so that its own code holds no failpoint. */
@NullMarked
package dev.aftersales.failpoints;

import org.jspecify.annotations.NullMarked;
