/** What notification-service says. */
@NullMarked
package dev.aftersales.contracts.events.notifications;

import org.jspecify.annotations.NullMarked;
