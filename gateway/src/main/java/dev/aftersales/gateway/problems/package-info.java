/** Owns how a refusal or a failure of the gateway itself reads: RFC 9457. */
@NullMarked
package dev.aftersales.gateway.problems;

import org.jspecify.annotations.NullMarked;
