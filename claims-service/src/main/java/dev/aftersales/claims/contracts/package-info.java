/** Sales contracts with their shipments, and by them the installed base: which unit went where, under which papers. */
@NullMarked
package dev.aftersales.claims.contracts;

import org.jspecify.annotations.NullMarked;
