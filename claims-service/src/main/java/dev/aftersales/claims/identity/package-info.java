/** Owns how ids come about: derived from what makes a thing the same thing, or drawn at random. */
@NullMarked
package dev.aftersales.claims.identity;

import org.jspecify.annotations.NullMarked;
