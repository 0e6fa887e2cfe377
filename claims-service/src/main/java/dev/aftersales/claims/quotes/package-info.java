/** Owns what paid service costs and how a quote lives: pricing, validity, payment. Pure; the claim holds its quotes. */
@NullMarked
package dev.aftersales.claims.quotes;

import org.jspecify.annotations.NullMarked;
