package dev.aftersales.local.store;

import java.util.Arrays;

/** Where a document stands in its collection: its {@code _id} in the order-preserving form of {@link KeyBytes}. */
record DocumentKey(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
