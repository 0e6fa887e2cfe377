package dev.aftersales.logistics.stock;

/**
 * How much of a part there is.
 *
 * @param onHand pieces on the shelf
 * @param available pieces on the shelf that are held for nobody
 */
record StockLevel(String part, long onHand, long available) {}
