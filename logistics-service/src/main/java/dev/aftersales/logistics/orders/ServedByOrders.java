package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.logistics.affected.AffectedClaims;
import dev.aftersales.logistics.emergencies.ServedParts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts what the orders of a batch issue's claims have, line by line: other lines of those claims want parts of their own. */
@Component
class ServedByOrders implements ServedParts {

    private static final int CLAIMS_AT_ONCE = 200;

    private final AffectedClaims affected;
    private final Orders orders;

    ServedByOrders(AffectedClaims affected, Orders orders) {
        this.affected = affected;
        this.orders = orders;
    }

    @Override
    public Map<String, Integer> of(String vendor, String issue) {
        Map<String, Integer> served = new TreeMap<>();
        String after = "";
        SortedMap<String, Set<Integer>> claims;
        do {
            claims = affected.linesOf(vendor, issue, after, CLAIMS_AT_ONCE);
            add(served, vendor, claims);
            after = claims.isEmpty() ? after : claims.lastKey();
        } while (claims.size() == CLAIMS_AT_ONCE);
        return served;
    }

    @Override
    public Optional<Map<String, Integer>> ofFew(String vendor, String issue) {
        SortedMap<String, Set<Integer>> claims = affected.linesOf(vendor, issue, "", CLAIMS_AT_ONCE + 1);
        if (claims.size() > CLAIMS_AT_ONCE) {
            return Optional.empty();
        }
        Map<String, Integer> served = new TreeMap<>();
        add(served, vendor, claims);
        return Optional.of(served);
    }

    private void add(Map<String, Integer> served, String vendor, SortedMap<String, Set<Integer>> claims) {
        for (ServiceOrder order : orders.of(vendor, claims.keySet())) {
            served(order, claims.getOrDefault(order.claimId(), Set.of()))
                    .forEach(part -> served.merge(part.part(), part.quantity(), Math::addExact));
        }
    }

    private static Stream<PartQuantity> served(ServiceOrder order, Set<Integer> lines) {
        return order.shipments().stream().flatMap(shipment -> shipment.lines().stream()
                .filter(line -> lines.contains(line.line()))
                .flatMap(line -> shipment.served(line).stream()));
    }
}
