/** Tells the customer, by mail, what becomes of a claim. */
@NullMarked
package dev.aftersales.notifications;

import org.jspecify.annotations.NullMarked;
