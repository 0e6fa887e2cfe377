/** Owns the business calendars: which days a vendor works and when, in versions that never change. */
@NullMarked
package dev.aftersales.claims.calendars;

import org.jspecify.annotations.NullMarked;
