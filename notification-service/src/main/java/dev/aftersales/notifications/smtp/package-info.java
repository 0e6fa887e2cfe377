/** Hands messages to the mail server, and tells a refusal that passes from one that stays. */
@NullMarked
package dev.aftersales.notifications.smtp;

import org.jspecify.annotations.NullMarked;
