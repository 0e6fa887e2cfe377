package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is carried out for one claim. No line of the claim stands in two shipments: a vendor must not send two
 * replacements for one unit.
 *
 * @param authorisedAt when the service was first authorised; the older order is served first
 * @param acts of staff, oldest first
 */
record ServiceOrder(
        String claimId,
        String vendor,
        CustomerRef customer,
        Instant authorisedAt,
        List<Shipment> shipments,
        List<Act> acts) {

    ServiceOrder {
        shipments = List.copyOf(shipments);
        acts = List.copyOf(acts);
    }

    /** An order without shipments yet. */
    static ServiceOrder of(ServiceAuthorised authorised, Instant authorisedAt) {
        return new ServiceOrder(
                authorised.claimId(), authorised.vendor(), authorised.customer(), authorisedAt, List.of(), List.of());
    }

    /**
     * The order with one shipment more, for the lines that are to be served with parts and are in no shipment yet; the
     * order itself when there are none.
     */
    ServiceOrder authorised(ServiceAuthorised authorised, Instant now) {
        Set<Integer> served = shipments.stream()
                .flatMap(shipment -> shipment.lineNumbers().stream())
                .collect(Collectors.toSet());
        Map<Integer, ServiceAuthorised.Line> fresh = new LinkedHashMap<>();
        authorised.lines().stream()
                .filter(line -> line.route() == Route.PARTS && !line.parts().isEmpty())
                .filter(line -> !served.contains(line.line()))
                .forEach(line -> fresh.putIfAbsent(line.line(), line));
        if (fresh.isEmpty()) {
            return this;
        }
        Shipment shipment = new Shipment(
                new ShipmentId(claimId, shipments.size() + 1).text(),
                fresh.values().stream()
                        .map(line -> new ShipmentLine(line.line(), line.serial(), line.model(), line.parts()))
                        .toList(),
                sum(fresh.values().stream().flatMap(line -> line.parts().stream())),
                new ShipmentStage.Requested(),
                now,
                false);
        List<Shipment> more = new ArrayList<>(shipments);
        more.add(shipment);
        // The later event knows the newer contact.
        return new ServiceOrder(claimId, vendor, authorised.customer(), authorisedAt, more, acts);
    }

    Optional<Shipment> shipment(String id) {
        return shipments.stream().filter(shipment -> shipment.id().equals(id)).findFirst();
    }

    Optional<Shipment> parcel(String trackingNumber) {
        return shipments.stream()
                .filter(shipment -> shipment.carriage()
                        .filter(carriage -> carriage.trackingNumber().equals(trackingNumber))
                        .isPresent())
                .findFirst();
    }

    /** The order with this shipment in the place of the one of the same id. */
    ServiceOrder with(Shipment changed) {
        return new ServiceOrder(
                claimId,
                vendor,
                customer,
                authorisedAt,
                shipments.stream()
                        .map(shipment -> shipment.id().equals(changed.id()) ? changed : shipment)
                        .toList(),
                acts);
    }

    /** The order with one act more on record. */
    ServiceOrder audited(Act act) {
        List<Act> more = new ArrayList<>(acts);
        more.add(act);
        return new ServiceOrder(claimId, vendor, customer, authorisedAt, shipments, more);
    }

    private static List<PartQuantity> sum(Stream<PartQuantity> parts) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        parts.forEach(part -> quantities.merge(part.part(), part.quantity(), Math::addExact));
        return quantities.entrySet().stream()
                .map(entry -> new PartQuantity(entry.getKey(), entry.getValue()))
                .toList();
    }
}
