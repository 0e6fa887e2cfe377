package dev.aftersales.logistics.orders;

/** Told when the warehouse has confirmed a parcel. */
public interface ParcelConfirmed {

    /** Looks whether the carrier was faster than the warehouse. Repeatable. */
    void confirmed(String vendor, String trackingNumber);
}
