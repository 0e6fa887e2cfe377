/** Access to the document store: one client, journaled majority writes, outages told apart from mistakes. */
@NullMarked
package dev.aftersales.chassis.store;

import org.jspecify.annotations.NullMarked;
