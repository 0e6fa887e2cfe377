/** What every event has in common, and the values that several owners' events share. */
@NullMarked
package dev.aftersales.contracts.events;

import org.jspecify.annotations.NullMarked;
