/** What a policy pack says, as plain values: the constructs that every policy is written in, and no policy's own rules. */
@NullMarked
package dev.aftersales.claims.adjudication.rules;

import org.jspecify.annotations.NullMarked;
