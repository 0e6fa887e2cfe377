/** What a customer can be told, and its words in the customer's language. */
@NullMarked
package dev.aftersales.notifications.templates;

import org.jspecify.annotations.NullMarked;
