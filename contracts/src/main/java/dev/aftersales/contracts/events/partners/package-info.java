/** What partners say, after the gateway has validated it. */
@NullMarked
package dev.aftersales.contracts.events.partners;

import org.jspecify.annotations.NullMarked;
