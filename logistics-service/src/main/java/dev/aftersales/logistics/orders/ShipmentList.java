package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.logistics.orders.Orders.OrderPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists shipments, those of the oldest order first; the released ones are the warehouse's pick list. An order may have
 * several shipments, so a place in the list is an order and a number in it.
 */
@Component
class ShipmentList {

    private final Orders orders;

    ShipmentList(Orders orders) {
        this.orders = orders;
    }

    Page<ShipmentView> page(String vendor, @Nullable ShipmentState state, @Nullable Cursor after, int limit) {
        ShipmentId last = after == null ? null : ShipmentId.of(after.id()).orElse(null);
        OrderPlace from = after == null || last == null ? null : new OrderPlace(after.at(), last.claim());
        // One order more than the page has items, and the one that the page before ended in.
        List<Listed> found = orders.list(vendor, state, from, limit + 2).stream()
                .flatMap(order -> order.shipments().stream().map(shipment -> new Listed(order, shipment)))
                .filter(listed -> state == null || listed.shipment().state() == state)
                .filter(listed -> last == null || listed.comesAfter(last))
                .limit(limit + 1L)
                .toList();
        return Cursor.page(found, limit, Listed::place, Listed::view);
    }

    private record Listed(ServiceOrder order, Shipment shipment) {

        boolean comesAfter(ShipmentId last) {
            return !order.claimId().equals(last.claim()) || number() > last.number();
        }

        int number() {
            return ShipmentId.of(shipment.id()).orElseThrow().number();
        }

        Cursor place() {
            return new Cursor(order.authorisedAt(), shipment.id());
        }

        ShipmentView view() {
            return ShipmentView.of(order, shipment);
        }
    }
}
