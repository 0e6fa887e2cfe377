/** Owns the photos and videos that claims rest on: streamed in, sniffed, handed back as attachments, purged unclaimed. */
@NullMarked
package dev.aftersales.claims.evidence;

import org.jspecify.annotations.NullMarked;
