package dev.aftersales.logistics.stock;

import dev.aftersales.logistics.sweeps.Round;
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

    /** Serves some at once; when there are more, the mark stays for the sweep. */
    void wake(String vendor, String part) {
        stock.wakeMark(vendor, part).ifPresent(this::serve);
    }

    /** Serves all who wait for parts that became available before that instant. */
    void finish(Instant before) {
        Round.of("stock-steps", stock.wakeMarks(before, AT_ONCE), mark -> {
            boolean all = serve(mark);
            while (!all) {
                all = serve(mark);
            }
        });
    }

    private boolean serve(Stock.WakeMark mark) {
        boolean all = waiting.orderedStream().allMatch(one -> one.arrived(mark.vendor(), mark.part()));
        if (all) {
            stock.woken(mark);
        }
        return all;
    }
}
