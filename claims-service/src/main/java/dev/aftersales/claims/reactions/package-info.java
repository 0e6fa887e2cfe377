/** What claims-service hears: one class for each event. */
@NullMarked
package dev.aftersales.claims.reactions;

import org.jspecify.annotations.NullMarked;
