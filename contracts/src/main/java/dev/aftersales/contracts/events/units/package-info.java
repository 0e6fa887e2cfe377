/** What claims-service says of single units that were sold. */
@NullMarked
package dev.aftersales.contracts.events.units;

import org.jspecify.annotations.NullMarked;
