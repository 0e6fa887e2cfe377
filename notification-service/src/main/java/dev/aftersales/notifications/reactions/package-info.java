/** What this service hears. */
@NullMarked
package dev.aftersales.notifications.reactions;

import org.jspecify.annotations.NullMarked;
