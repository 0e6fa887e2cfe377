package dev.aftersales.logistics.stock;

/** A receipt that counts, and the part's stock as it now is. */
record ReceiptView(String reference, int quantity, StockLevel stock) {}
