/** Owns which customers are told of a batch issue, each once for each kind. */
@NullMarked
package dev.aftersales.claims.batches;

import org.jspecify.annotations.NullMarked;
