/** What diagnosis-service says of batch issues. */
@NullMarked
package dev.aftersales.contracts.events.batches;

import org.jspecify.annotations.NullMarked;
