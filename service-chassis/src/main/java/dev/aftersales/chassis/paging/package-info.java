/** Keyset pages. */
@NullMarked
package dev.aftersales.chassis.paging;

import org.jspecify.annotations.NullMarked;
