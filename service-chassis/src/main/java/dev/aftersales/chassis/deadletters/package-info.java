/** What could not be handled, and the later events that wait behind it. */
@NullMarked
package dev.aftersales.chassis.deadletters;

import org.jspecify.annotations.NullMarked;
