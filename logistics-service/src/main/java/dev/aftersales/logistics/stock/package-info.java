/** Spare parts on the shelf of each vendor: what is there, what is held for whom, what came in. */
@NullMarked
package dev.aftersales.logistics.stock;

import org.jspecify.annotations.NullMarked;
