/** Business calendars as values: which day is worked, when one is open, and why a day is off. No framework, no clock. */
@NullMarked
package dev.aftersales.chassis.calendars;

import org.jspecify.annotations.NullMarked;
