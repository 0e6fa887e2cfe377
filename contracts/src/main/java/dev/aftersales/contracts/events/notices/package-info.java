/** Whom claims-service wants told of something that is about no claim of theirs alone. */
@NullMarked
package dev.aftersales.contracts.events.notices;

import org.jspecify.annotations.NullMarked;
