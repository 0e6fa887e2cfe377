/** Processor time and memory of the suite's processes, as the kernel counts them. */
@NullMarked
package dev.aftersales.benchmarks.usage;

import org.jspecify.annotations.NullMarked;
