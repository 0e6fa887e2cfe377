package dev.aftersales.logistics.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShipmentStageTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123456789Z");
    private static final Carriage CARRIAGE = new Carriage("carrier-one", "CO-1", "wang", NOW);
    private static final List<PartQuantity> MISSING = List.of(new PartQuantity("PSU", 1));

    private static final ShipmentStage.Requested REQUESTED = new ShipmentStage.Requested();
    private static final ShipmentStage.Backordered BACKORDERED = REQUESTED.backordered(MISSING);
    private static final ShipmentStage.Released RELEASED = REQUESTED.released();
    private static final ShipmentStage.ReadyForCarrier READY = RELEASED.confirmed(CARRIAGE);
    private static final ShipmentStage.Dispatched DISPATCHED = READY.dispatched(NOW);
    private static final ShipmentStage.Delivered DELIVERED = DISPATCHED.delivered(NOW.plusSeconds(60));

    /** Stage, stock taken, name, whether a step is owed, whether there is a parcel. */
    static Stream<Arguments> stages() {
        return Stream.of(
                Arguments.of(REQUESTED, false, ShipmentState.REQUESTED, true, false),
                Arguments.of(BACKORDERED, false, ShipmentState.BACKORDERED, true, false),
                Arguments.of(BACKORDERED.stillMissing(MISSING), false, ShipmentState.BACKORDERED, false, false),
                Arguments.of(RELEASED, false, ShipmentState.RELEASED, false, false),
                Arguments.of(READY, false, ShipmentState.READY_FOR_CARRIER, false, true),
                Arguments.of(DISPATCHED, false, ShipmentState.DISPATCHED, true, true),
                Arguments.of(DISPATCHED, true, ShipmentState.DISPATCHED, false, true),
                Arguments.of(DELIVERED, false, ShipmentState.DELIVERED, true, true),
                Arguments.of(DELIVERED, true, ShipmentState.DELIVERED, false, true));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void saysWhatItOwesAndHas(
            ShipmentStage stage, boolean stockTaken, ShipmentState state, boolean owesStep, boolean hasParcel) {
        Shipment shipment = shipment(stage, stockTaken);

        assertThat(shipment.state()).isEqualTo(state);
        assertThat(shipment.owesStep()).isEqualTo(owesStep);
        assertThat(shipment.carriage().isPresent()).isEqualTo(hasParcel);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void survivesTheStore(
            ShipmentStage stage, boolean stockTaken, ShipmentState state, boolean owesStep, boolean hasParcel) {
        StateMapper states = new StateMapper();
        ServiceOrder order = new ServiceOrder(
                "clm-1",
                "exporter",
                new CustomerRef("cus-1", 3),
                NOW,
                List.of(shipment(stage, stockTaken)),
                List.of(new Act("wang", NOW, "shipment-confirmed", "clm-1-S1")));

        assertThat(states.toState(states.toDocument(order), ServiceOrder.class)).isEqualTo(order);
    }

    @Test
    void waitsForSomething() {
        assertThatThrownBy(() -> REQUESTED.backordered(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void remembersBothScans() {
        assertThat(DELIVERED.dispatchedAt()).isEqualTo(NOW);
        assertThat(DELIVERED.at()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void refusesAParcelWithoutCarrierOrNumber() {
        assertThatThrownBy(() -> new Carriage(" ", "CO-1", "wang", NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Carriage("carrier-one", "", "wang", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Shipment shipment(ShipmentStage stage, boolean stockTaken) {
        return new Shipment(
                "clm-1-S1", List.of(new ShipmentLine(1, null, "WP-400", List.of())), MISSING, stage, NOW, stockTaken);
    }
}
