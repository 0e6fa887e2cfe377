package dev.aftersales.logistics.stock;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.logistics.sweeps.Round;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Books what came in, once for each reference: the receipt is written first, then counted in the stock of the part, then
 * marked as counted, then those who wait are served. What a crash leaves half done, the sweep finishes.
 */
@Component
class BookReceipt {

    private static final int AT_ONCE = 100;

    private final Aggregates<Receipt> receipts;
    private final Stock stock;
    private final WakeWaiting waiting;
    private final MeterRegistry meters;

    BookReceipt(Aggregates<Receipt> receipts, Stock stock, WakeWaiting waiting, MeterRegistry meters) {
        this.receipts = receipts;
        this.stock = stock;
        this.waiting = waiting;
        this.meters = meters;
    }

    /** What became of a receipt. */
    sealed interface Booked {

        /** It counts, now or since an earlier booking under the same reference. */
        record Counted(StockLevel level) implements Booked {}

        /** The reference stands for another quantity, or another lot. */
        record ReferenceTaken(int quantity, @Nullable String lot) implements Booked {}
    }

    Booked book(Receipt receipt) {
        Receipt first =
                switch (receipts.insert(receipt.id(), Change.of(receipt))) {
                    case Insertion.Inserted<Receipt> inserted -> receipt;
                    case Insertion.AlreadyThere<Receipt> there -> there.stored().state();
                };
        if (first.quantity() != receipt.quantity() || !Objects.equals(first.lot(), receipt.lot())) {
            return new Booked.ReferenceTaken(first.quantity(), first.lot());
        }
        if (!first.counted()) {
            count(first);
        }
        return new Booked.Counted(stock.level(receipt.vendor(), receipt.part()));
    }

    /** Counts receipts that were booked before that instant and are not counted yet. */
    void finish(Instant before) {
        Round.of(
                "stock-steps",
                receipts.query(
                        Filters.lt(ReceiptsConfiguration.COUNT_DUE, before),
                        Sorts.ascending(ReceiptsConfiguration.COUNT_DUE),
                        AT_ONCE),
                due -> count(due.state()));
    }

    private void count(Receipt receipt) {
        stock.receive(
                receipt.vendor(), receipt.part(), new Goods(receipt.quantity(), receipt.lot()), receipt.reference());
        boolean now = receipts.<Boolean>decide(
                        receipt.id(),
                        stored -> stored.state().counted()
                                ? Decision.refuse(false)
                                : Decision.commit(stored.state().asCounted(), true))
                .orElseThrow();
        if (now) {
            meters.counter("aftersales.stock.receipts").increment();
        }
        waiting.wake(receipt.vendor(), receipt.part());
    }
}
