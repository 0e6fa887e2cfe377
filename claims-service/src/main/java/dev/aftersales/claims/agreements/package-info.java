/** What was agreed about sold units beside the sale: service agreements, paid maintenance years, bulk orders. */
@NullMarked
package dev.aftersales.claims.agreements;

import org.jspecify.annotations.NullMarked;
