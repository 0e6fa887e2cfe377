/** What diagnosis-service says. */
@NullMarked
package dev.aftersales.contracts.events.diagnosis;

import org.jspecify.annotations.NullMarked;
