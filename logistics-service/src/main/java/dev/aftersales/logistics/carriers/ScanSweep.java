package dev.aftersales.logistics.carriers;

import org.springframework.stereotype.Component;

/** Matches scans that came before their shipment's confirmation, should that not have found them. */
@Component
public class ScanSweep implements Runnable {

    private final CarrierScans scans;

    ScanSweep(CarrierScans scans) {
        this.scans = scans;
    }

    @Override
    public void run() {
        scans.retry();
    }
}
