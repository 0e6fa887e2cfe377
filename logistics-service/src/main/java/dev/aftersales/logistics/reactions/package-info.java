/** What logistics-service hears: one class for each event. */
@NullMarked
package dev.aftersales.logistics.reactions;

import org.jspecify.annotations.NullMarked;
