package dev.aftersales.logistics.stock;

/** Told when more of a part has become available. */
public interface StockArrived {

    /** Serves those who wait for the part. Repeatable; an exception has it repeated. */
    void arrived(String vendor, String part);
}
