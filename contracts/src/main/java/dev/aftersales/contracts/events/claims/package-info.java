/** What claims-service says. */
@NullMarked
package dev.aftersales.contracts.events.claims;

import org.jspecify.annotations.NullMarked;
