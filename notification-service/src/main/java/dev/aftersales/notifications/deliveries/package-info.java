/** Each message to one recipient, from the event behind it to the mail server's acceptance: once, in the claim's order, nobody waiting for another. */
@NullMarked
package dev.aftersales.notifications.deliveries;

import org.jspecify.annotations.NullMarked;
