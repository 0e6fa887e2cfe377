package dev.aftersales.logistics.stock;

import org.jspecify.annotations.Nullable;

/**
 * Pieces of one production lot, where that is known.
 *
 * @param quantity at least 1
 * @param lot absent where nobody tells it
 */
public record Goods(int quantity, @Nullable String lot) {}
