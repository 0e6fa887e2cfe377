package dev.aftersales.logistics.stock;

import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;

/**
 * Reserved pieces of a part that leave the house.
 *
 * @param lots those of the pieces whose lot the warehouse told
 */
public record Departure(PartQuantity part, List<Goods> lots) {

    public Departure {
        lots = List.copyOf(lots);
    }
}
