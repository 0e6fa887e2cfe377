/** What claims-service says of the vendors' business calendars. */
@NullMarked
package dev.aftersales.contracts.events.calendars;

import org.jspecify.annotations.NullMarked;
