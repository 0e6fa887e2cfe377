/** What one step of a claim's way costs on this machine when nothing else is done in it. */
@NullMarked
package dev.aftersales.benchmarks.floors;

import org.jspecify.annotations.NullMarked;
