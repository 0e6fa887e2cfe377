/** Owns what a vendor charges for service: prices by region, repair-shop level and kind of fee. */
@NullMarked
package dev.aftersales.claims.tariffs;

import org.jspecify.annotations.NullMarked;
