/** Service orders: one per claim, each with its shipments from the authorisation to the customer's door. */
@NullMarked
package dev.aftersales.logistics.orders;

import org.jspecify.annotations.NullMarked;
