package dev.aftersales.logistics.stock;

/** Told when more of a part has become available. */
public interface StockArrived {

    /**
     * Serves some of those who wait for the part. Repeatable; an exception has it repeated.
     *
     * @return whether nobody is left who could be served
     */
    boolean arrived(String vendor, String part);
}
