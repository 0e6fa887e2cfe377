package dev.aftersales.logistics.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final PartQuantity ONE_PSU = new PartQuantity("PSU", 1);
    private static final PartQuantity TWO_FANS = new PartQuantity("FAN", 2);

    @Test
    void putsTheAuthorisedLinesIntoOneShipment() {
        ServiceOrder order = opened(line(1, ONE_PSU), line(2, ONE_PSU, TWO_FANS));

        assertThat(order.shipments()).hasSize(1);
        Shipment shipment = order.shipments().getFirst();
        assertThat(shipment.id()).isEqualTo("clm-1-S1");
        assertThat(shipment.lineNumbers()).containsExactly(1, 2);
        assertThat(shipment.state()).isEqualTo(ShipmentState.REQUESTED);
    }

    @Test
    void addsUpAPartThatSeveralLinesNeed() {
        ServiceOrder order = opened(line(1, ONE_PSU), line(2, ONE_PSU, TWO_FANS));

        assertThat(order.shipments().getFirst().parts())
                .containsExactly(new PartQuantity("PSU", 2), new PartQuantity("FAN", 2));
    }

    @Test
    void opensAFurtherShipmentForFurtherLines() {
        ServiceOrder order = opened(line(1, ONE_PSU));

        ServiceOrder extended = order.authorised(authorised(5, line(2, TWO_FANS)), NOW);

        assertThat(extended.shipments()).extracting(Shipment::id).containsExactly("clm-1-S1", "clm-1-S2");
        assertThat(extended.customer().contactVersion()).isEqualTo(5);
        assertThat(extended.authorisedAt()).isEqualTo(order.authorisedAt());
    }

    @Test
    void neverServesALineTwice() {
        ServiceOrder order = opened(line(1, ONE_PSU));

        assertThat(order.authorised(authorised(5, line(1, TWO_FANS)), NOW)).isSameAs(order);
    }

    @Test
    void servesOnlyTheRouteThatSendsParts() {
        ServiceAuthorised.Line depot = new ServiceAuthorised.Line(1, null, "WP-400", Route.DEPOT_REPAIR, List.of());

        assertThat(opened(depot).shipments()).isEmpty();
    }

    @Test
    void findsTheShipmentOfAParcel() {
        ServiceOrder order = opened(line(1, ONE_PSU)).authorised(authorised(5, line(2, TWO_FANS)), NOW);
        Carriage carriage = new Carriage("carrier-one", "CO-1", "wang", NOW);
        Shipment second = order.shipments().get(1);

        ServiceOrder confirmed = order.with(second.at(new ShipmentStage.Released().confirmed(carriage), NOW));

        assertThat(confirmed.parcel("CO-1").map(Shipment::id)).contains("clm-1-S2");
        assertThat(confirmed.parcel("CO-2")).isEmpty();
        assertThat(confirmed.shipments().getFirst()).isEqualTo(order.shipments().getFirst());
    }

    @Test
    void hasNoShipmentWithoutParts() {
        assertThatThrownBy(() -> new Shipment(
                        "clm-1-S1",
                        List.of(new ShipmentLine(1, null, "WP-400", List.of())),
                        List.of(),
                        new ShipmentStage.Requested(),
                        NOW,
                        false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ServiceOrder opened(ServiceAuthorised.Line... lines) {
        ServiceAuthorised authorised = authorised(1, lines);
        return ServiceOrder.of(authorised, NOW).authorised(authorised, NOW);
    }

    private static ServiceAuthorised authorised(long contactVersion, ServiceAuthorised.Line... lines) {
        return new ServiceAuthorised("clm-1", "exporter", new CustomerRef("cus-1", contactVersion), List.of(lines));
    }

    private static ServiceAuthorised.Line line(int line, PartQuantity... parts) {
        return new ServiceAuthorised.Line(line, "WP4-" + line, "WP-400", Route.PARTS, List.of(parts));
    }
}
