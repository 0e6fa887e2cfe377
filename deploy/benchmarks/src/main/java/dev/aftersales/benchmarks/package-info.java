/** One run of the suite under load, its figures, and the floors of the machine beside them. */
@NullMarked
package dev.aftersales.benchmarks;

import org.jspecify.annotations.NullMarked;
