/** Owns the customers' contacts: kept and told encrypted under a key for each person, which fellow services may fetch. */
@NullMarked
package dev.aftersales.claims.customers;

import org.jspecify.annotations.NullMarked;
