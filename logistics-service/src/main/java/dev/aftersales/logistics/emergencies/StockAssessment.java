package dev.aftersales.logistics.emergencies;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed.PartStock;
import dev.aftersales.logistics.stock.Reserves;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What stock has of the parts that a batch issue wants, beside what its claims have. */
@Component
class StockAssessment {

    private final Reserves reserves;

    StockAssessment(Reserves reserves) {
        this.reserves = reserves;
    }

    /** What its claims have is said as it was counted last, and not of parts of which nobody has counted it. */
    Event of(Emergency emergency, Instant now) {
        return new EmergencyStockAssessed(
                emergency.issue(),
                emergency.vendor(),
                emergency.wanted().stream().map(part -> stock(emergency, part)).toList(),
                now);
    }

    private PartStock stock(Emergency emergency, PartQuantity part) {
        long free = reserves.free(emergency.vendor(), part.part());
        return new PartStock(
                part.part(),
                part.quantity(),
                (int) Math.min(Integer.MAX_VALUE, free),
                emergency.isCounted(part.part()) ? emergency.served(part.part()) : null);
    }
}
