/** What a million pending deadlines cost, and how fast many of them are told when they fall due at once. */
@NullMarked
package dev.aftersales.benchmarks.deadlines;

import org.jspecify.annotations.NullMarked;
