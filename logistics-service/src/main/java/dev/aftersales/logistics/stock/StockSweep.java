package dev.aftersales.logistics.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finishes what a crash left half done in stock: receipts that are not counted, waiters that were not woken. */
@Component
public class StockSweep implements Runnable {

    /** What is younger is most likely being done at this very moment. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final BookReceipt receipts;
    private final WakeWaiting waiting;
    private final Clock clock;

    StockSweep(BookReceipt receipts, WakeWaiting waiting, Clock clock) {
        this.receipts = receipts;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(GRACE);
        receipts.finish(before);
        waiting.finish(before);
    }
}
