/** What a unit's owner may ask for today beside repair: by which clause, until when, at what price, or what it would take. */
@NullMarked
package dev.aftersales.claims.entitlements;

import org.jspecify.annotations.NullMarked;
