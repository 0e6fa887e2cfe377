/** Work that a crash left half done is found again, by one instance at a time. */
@NullMarked
package dev.aftersales.chassis.sweeps;

import org.jspecify.annotations.NullMarked;
