/** How work that a crash left half done is found again and finished. */
@NullMarked
package dev.aftersales.logistics.sweeps;

import org.jspecify.annotations.NullMarked;
