/** How soon the batch-issue radar rings, under load. */
@NullMarked
package dev.aftersales.benchmarks.radar;

import org.jspecify.annotations.NullMarked;
