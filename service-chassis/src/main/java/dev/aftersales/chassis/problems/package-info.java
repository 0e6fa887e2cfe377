/** Errors as RFC 9457 problems. */
@NullMarked
package dev.aftersales.chassis.problems;

import org.jspecify.annotations.NullMarked;
