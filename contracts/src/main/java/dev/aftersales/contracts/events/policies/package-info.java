/** What claims-service says of the vendors' policy versions. */
@NullMarked
package dev.aftersales.contracts.events.policies;

import org.jspecify.annotations.NullMarked;
