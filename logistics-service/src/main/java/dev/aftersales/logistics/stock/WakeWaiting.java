package dev.aftersales.logistics.stock;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has those who wait for a part served after more of it became available. The need to do so stands in the stock document
 * itself, written together with the larger number, and goes when it is done.
 */
@Component
class WakeWaiting {

    private static final int AT_ONCE = 100;

    private final Stock stock;
    private final ObjectProvider<StockArrived> waiting;

    WakeWaiting(Stock stock, ObjectProvider<StockArrived> waiting) {
        this.stock = stock;
        this.waiting = waiting;
    }

    void wake(String vendor, String part) {
        stock.wakeMark(vendor, part).ifPresent(this::wake);
    }

    /** Wakes for parts that became available before that instant and whose waiters were not served. */
    void finish(Instant before) {
        stock.wakeMarks(before, AT_ONCE).forEach(this::wake);
    }

    private void wake(Stock.WakeMark mark) {
        waiting.forEach(one -> one.arrived(mark.vendor(), mark.part()));
        stock.woken(mark);
    }
}
