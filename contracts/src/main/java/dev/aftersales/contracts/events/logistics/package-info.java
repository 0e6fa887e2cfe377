/** What logistics-service says. */
@NullMarked
package dev.aftersales.contracts.events.logistics;

import org.jspecify.annotations.NullMarked;
