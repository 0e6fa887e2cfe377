/** What the batch-issue radar of diagnosis-service says: the suite's own, heard by nobody else. */
@NullMarked
package dev.aftersales.contracts.events.radar;

import org.jspecify.annotations.NullMarked;
