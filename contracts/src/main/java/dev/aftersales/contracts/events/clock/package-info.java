/** What claims-service says of the business time of a simulated suite. */
@NullMarked
package dev.aftersales.contracts.events.clock;

import org.jspecify.annotations.NullMarked;
