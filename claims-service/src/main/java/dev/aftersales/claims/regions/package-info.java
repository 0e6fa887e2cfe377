/** Codes of regions: which are any, and which lie within which. */
@NullMarked
package dev.aftersales.claims.regions;

import org.jspecify.annotations.NullMarked;
