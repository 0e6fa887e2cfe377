/** Owns what partners say: takes their CloudEvents, checks them and puts them on the topic {@code partner-events}. */
@NullMarked
package dev.aftersales.gateway.intake;

import org.jspecify.annotations.NullMarked;
