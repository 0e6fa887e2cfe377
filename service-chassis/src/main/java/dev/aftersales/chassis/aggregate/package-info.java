/** State, outgoing events and inbox guard of an aggregate: one document, one write. */
@NullMarked
package dev.aftersales.chassis.aggregate;

import org.jspecify.annotations.NullMarked;
