/** Decides the same lines by the suite's own engine, by two DMN engines and by none, and measures them side by side. */
@NullMarked
package dev.aftersales.benchmarks.decisions;

import org.jspecify.annotations.NullMarked;
