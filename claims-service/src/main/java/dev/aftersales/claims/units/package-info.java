/** The installed base, unit by unit: what was sold under which contract and papers, for those who may know it. */
@NullMarked
package dev.aftersales.claims.units;

import org.jspecify.annotations.NullMarked;
