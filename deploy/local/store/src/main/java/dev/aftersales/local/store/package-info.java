/** The embedded document store: it answers the ordinary MongoDB driver, durable before it acknowledges. */
@NullMarked
package dev.aftersales.local.store;

import org.jspecify.annotations.NullMarked;
