/** Carriers' scans, kept as they come, and matched with the shipments that they are about. */
@NullMarked
package dev.aftersales.logistics.carriers;

import org.jspecify.annotations.NullMarked;
