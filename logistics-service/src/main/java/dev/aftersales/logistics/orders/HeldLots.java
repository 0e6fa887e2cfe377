package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.emergencies.ShippingHold;
import dev.aftersales.logistics.emergencies.ShippingHolds;
import dev.aftersales.logistics.orders.ConfirmShipment.Confirmation;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what was packed may leave the house. */
@Component
class HeldLots {

    private final ShippingHolds holds;

    HeldLots(ShippingHolds holds) {
        this.holds = holds;
    }

    /**
     * Why it may not.
     *
     * @param packed lots, as far as the warehouse told them; where some of the stock is held, it has to
     */
    Optional<Confirmation> refusal(String vendor, Shipment shipment, List<PackedLot> packed) {
        for (PackedLot lot : packed) {
            if (quantity(shipment, lot.part()) < told(packed, lot.part())) {
                return Optional.of(new Confirmation.NotInShipment(lot.part()));
            }
        }
        return shipment.parts().stream()
                .flatMap(part ->
                        holds.on(vendor, part.part()).stream().flatMap(hold -> refusal(hold, part, packed).stream()))
                .findFirst();
    }

    private static Optional<Confirmation> refusal(ShippingHold hold, PartQuantity part, List<PackedLot> packed) {
        boolean held = hold.lots().isEmpty()
                || packed.stream()
                        .filter(lot -> lot.part().equals(part.part()))
                        .anyMatch(lot -> hold.covers(lot.lot()));
        if (held) {
            return Optional.of(new Confirmation.Held(hold));
        }
        return told(packed, part.part()) == part.quantity()
                ? Optional.empty()
                : Optional.of(new Confirmation.LotNotTold(hold, part.quantity()));
    }

    private static int told(List<PackedLot> packed, String part) {
        return packed.stream()
                .filter(lot -> lot.part().equals(part))
                .mapToInt(PackedLot::quantity)
                .sum();
    }

    private static int quantity(Shipment shipment, String part) {
        return shipment.parts().stream()
                .filter(one -> one.part().equals(part))
                .mapToInt(PartQuantity::quantity)
                .sum();
    }
}
