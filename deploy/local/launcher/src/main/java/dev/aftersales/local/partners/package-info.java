/** Simulated partners: a clerk who confirms shipments and a carrier who scans them. */
@NullMarked
package dev.aftersales.local.partners;

import org.jspecify.annotations.NullMarked;
