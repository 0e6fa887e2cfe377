package dev.aftersales.logistics.stock;

import org.jspecify.annotations.Nullable;

/**
 * A receipt that counts, and the part's stock as it now is.
 *
 * @param lot absent where it was not told
 */
record ReceiptView(String reference, int quantity, @Nullable String lot, StockLevel stock) {}
