/** How a vendor's policy changes: drafts, notices to its customers, guards, activation, and what differs, in words. */
@NullMarked
package dev.aftersales.claims.versions;

import org.jspecify.annotations.NullMarked;
