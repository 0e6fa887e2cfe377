/** What one claim sets off: its spans, the commands that reach the store, the records that reach the broker. */
@NullMarked
package dev.aftersales.benchmarks.traces;

import org.jspecify.annotations.NullMarked;
