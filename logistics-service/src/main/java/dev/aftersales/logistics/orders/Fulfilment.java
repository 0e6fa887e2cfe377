package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.affected.AffectedClaims;
import dev.aftersales.logistics.emergencies.RecountServed;
import dev.aftersales.logistics.stock.Departure;
import dev.aftersales.logistics.stock.Goods;
import dev.aftersales.logistics.stock.Reserves;
import dev.aftersales.logistics.stock.Stock;
import dev.aftersales.logistics.stock.StockArrived;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The steps of an order with stock (design, section 4: an effect over several documents). Each is repeatable, by anyone,
 * at any time: stock compares and sets on the shipment's id, and the order decides anew on what it is by then. So a crash
 * anywhere is mended by calling {@link #proceed} once more, which the sweep does.
 *
 * <p>Who waits longest is served first: a shipment takes nothing of a part for which an older order waits.
 */
@Component
@Order(Fulfilment.AFTER_EMERGENCIES)
class Fulfilment implements StockArrived {

    static final int AFTER_EMERGENCIES = 1;

    private static final int CLAIMS_AT_ONCE = 200;

    /** So many may the clerk who books a receipt wait for; the sweep serves the others. */
    private static final int SERVED_AT_ONCE = 50;

    private final Orders orders;
    private final Stock stock;
    private final Reserves reserves;
    private final AffectedClaims affected;
    private final RecountServed recount;
    private final ShipmentMetrics metrics;
    private final Clock clock;

    Fulfilment(
            Orders orders,
            Stock stock,
            Reserves reserves,
            AffectedClaims affected,
            RecountServed recount,
            ShipmentMetrics metrics,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.reserves = reserves;
        this.affected = affected;
        this.recount = recount;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Takes every step with stock that the order's shipments are at; its batch issues count anew what is served. */
    void proceed(String claimId) {
        orders.find(claimId).ifPresent(order -> {
            order.shipments().forEach(shipment -> proceed(order, shipment));
            affected.issuesOf(order.vendor(), claimId).forEach(recount::owed);
        });
    }

    /** The same, without the count. */
    void serve(String claimId) {
        orders.find(claimId).ifPresent(order -> order.shipments().forEach(shipment -> proceed(order, shipment)));
    }

    /** Serves those who wait for the part, oldest first, until there is not enough for the next. */
    @Override
    public boolean arrived(String vendor, String part) {
        serveAffected(vendor, part);
        return serveWaiting(vendor, part);
    }

    /** Orders of a batch issue's claims draw from its reserve, whoever waits for longer. */
    private void serveAffected(String vendor, String part) {
        for (String issue : reserves.holding(vendor, part)) {
            String after = "";
            List<String> claims;
            do {
                claims = affected.claimsOf(vendor, issue, after, CLAIMS_AT_ONCE);
                orders.waitingOf(vendor, part, claims).forEach(this::proceed);
                after = claims.isEmpty() ? after : claims.getLast();
            } while (claims.size() == CLAIMS_AT_ONCE);
        }
    }

    private boolean serveWaiting(String vendor, String part) {
        Optional<ServiceOrder> next = orders.firstWaiting(vendor, part);
        for (int served = 0; served < SERVED_AT_ONCE && next.isPresent(); served++) {
            String claim = next.get().claimId();
            proceed(claim);
            next = orders.firstWaiting(vendor, part);
            if (next.isPresent() && next.get().claimId().equals(claim)) {
                return true;
            }
        }
        return next.isEmpty();
    }

    private void proceed(ServiceOrder order, Shipment shipment) {
        switch (shipment.stage()) {
            case ShipmentStage.Requested requested -> reserve(order, shipment);
            case ShipmentStage.Backordered backordered -> reserve(order, shipment);
            case ShipmentStage.Released released -> {}
            case ShipmentStage.ReadyForCarrier ready -> {}
            case ShipmentStage.Dispatched dispatched -> takeFromStock(order, shipment);
            case ShipmentStage.Delivered delivered -> takeFromStock(order, shipment);
        }
    }

    private void reserve(ServiceOrder order, Shipment shipment) {
        boolean waitKnown = shipment.stage() instanceof ShipmentStage.Backordered;
        Settled settled = settle(order, shipment, hold(order, shipment), waitKnown);
        if (settled == Settled.WAITS_NEWLY || settled == Settled.ANSWER_TOO_OLD) {
            settle(order, shipment, hold(order, shipment), true);
        }
    }

    /**
     * Has stock hold the shipment's parts, as far as they are there.
     *
     * @return what is missing
     */
    List<PartQuantity> hold(ServiceOrder order, Shipment shipment) {
        List<String> issues = affected.issuesOf(order.vendor(), order.claimId());
        return shipment.parts().stream()
                .filter(part -> !hold(order, shipment, part, issues))
                .toList();
    }

    private boolean hold(ServiceOrder order, Shipment shipment, PartQuantity part, List<String> issues) {
        boolean inTurn = !olderWaits(order, part.part());
        if (!issues.isEmpty() && reserves.draw(order.vendor(), part, shipment.id(), order.claimId(), issues, inTurn)) {
            return true;
        }
        return inTurn
                ? stock.hold(order.vendor(), part, shipment.id(), order.claimId())
                : stock.holds(order.vendor(), part.part(), shipment.id());
    }

    private boolean olderWaits(ServiceOrder order, String part) {
        return orders.firstWaiting(order.vendor(), part)
                .filter(first -> !first.claimId().equals(order.claimId()))
                .filter(first -> first.authorisedAt().isBefore(order.authorisedAt()))
                .isPresent();
    }

    /** What the order made of stock's answer. */
    enum Settled {
        RELEASED,
        WAITS_NEWLY,
        /** The order waits since after stock was asked: stock must be asked again. */
        ANSWER_TOO_OLD,
        WAITS,
        /** Somebody else has released it; the reservation is the shipment's. */
        ELSEWHERE,
        /** The parts have left: whatever stock holds under this id now is a late duplicate. */
        LEFT
    }

    /**
     * Writes stock's answer to the order, unless the order is past needing it.
     *
     * @param waitKnown whether the order was known to wait when stock was asked. A receipt that comes in later finds such
     *     an order; one that came in earlier was in the answer.
     */
    Settled settle(ServiceOrder asked, Shipment shipment, List<PartQuantity> missing, boolean waitKnown) {
        Instant now = clock.instant();
        Settled settled = orders.<Settled>decide(
                        asked.claimId(), order -> settle(order, shipment.id(), missing, waitKnown, now))
                .orElseThrow();
        switch (settled) {
            case RELEASED -> metrics.reached(ShipmentState.RELEASED, asked.authorisedAt(), now);
            case WAITS_NEWLY -> metrics.reached(ShipmentState.BACKORDERED, asked.authorisedAt(), now);
            case ANSWER_TOO_OLD, WAITS, ELSEWHERE -> {}
            case LEFT -> giveBack(asked.vendor(), shipment);
        }
        return settled;
    }

    private static Decision<ServiceOrder, Settled> settle(
            ServiceOrder order, String shipmentId, List<PartQuantity> missing, boolean waitKnown, Instant now) {
        Shipment shipment = order.shipment(shipmentId).orElseThrow();
        ShipmentFacts facts = new ShipmentFacts(order, shipment);
        return switch (shipment.stage()) {
            case ShipmentStage.Requested requested ->
                missing.isEmpty()
                        ? released(order, shipment.at(requested.released(), now), facts)
                        : Decision.commit(
                                order.with(shipment.at(requested.backordered(missing), now)),
                                Settled.WAITS_NEWLY,
                                facts.backordered(missing));
            case ShipmentStage.Backordered backordered ->
                missing.isEmpty()
                        ? released(order, shipment.at(backordered.released(), now), facts)
                        : stillWaits(order, shipment, backordered, missing, waitKnown);
            case ShipmentStage.Released released -> Decision.refuse(Settled.ELSEWHERE);
            case ShipmentStage.ReadyForCarrier ready -> Decision.refuse(Settled.ELSEWHERE);
            case ShipmentStage.Dispatched dispatched -> Decision.refuse(past(shipment));
            case ShipmentStage.Delivered delivered -> Decision.refuse(past(shipment));
        };
    }

    /** The customer knows already; that less is missing now is no news. */
    private static Decision<ServiceOrder, Settled> stillWaits(
            ServiceOrder order,
            Shipment shipment,
            ShipmentStage.Backordered backordered,
            List<PartQuantity> missing,
            boolean waitKnown) {
        if (!waitKnown) {
            return Decision.refuse(Settled.ANSWER_TOO_OLD);
        }
        if (backordered.askedAgain() && backordered.missing().equals(missing)) {
            return Decision.refuse(Settled.WAITS);
        }
        ShipmentStage waits = backordered.stillMissing(missing);
        return Decision.commit(order.with(shipment.at(waits, shipment.changedAt())), Settled.WAITS);
    }

    /** Release to the warehouse needs nobody's decision, so it is told in the same write as the reservation. */
    private static Decision<ServiceOrder, Settled> released(
            ServiceOrder order, Shipment released, ShipmentFacts facts) {
        return Decision.commit(order.with(released), Settled.RELEASED, facts.reserved(), facts.released());
    }

    private static Settled past(Shipment shipment) {
        return shipment.stockTaken() ? Settled.LEFT : Settled.ELSEWHERE;
    }

    private void giveBack(String vendor, Shipment shipment) {
        for (PartQuantity part : shipment.parts()) {
            if (stock.giveBack(vendor, part, shipment.id())) {
                // The write has marked that others may be served now; the sweep of stock does that.
                metrics.reservationUndone();
            }
        }
    }

    private static Departure departure(Shipment shipment, PartQuantity part) {
        return new Departure(
                part,
                shipment.carriage().map(Carriage::lots).orElse(List.of()).stream()
                        .filter(lot -> lot.part().equals(part.part()))
                        .map(lot -> new Goods(lot.quantity(), lot.lot()))
                        .toList());
    }

    private void takeFromStock(ServiceOrder order, Shipment shipment) {
        if (shipment.stockTaken()) {
            return;
        }
        shipment.parts().forEach(part -> stock.take(order.vendor(), departure(shipment, part), shipment.id()));
        orders.decide(order.claimId(), current -> {
            Shipment now = current.shipment(shipment.id()).orElseThrow();
            return now.stockTaken() ? Decision.refuse(true) : Decision.commit(current.with(now.withStockTaken()), true);
        });
    }
}
