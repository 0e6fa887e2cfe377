/** What claims-service says of the people behind claims; encrypted. */
@NullMarked
package dev.aftersales.contracts.events.customers;

import org.jspecify.annotations.NullMarked;
