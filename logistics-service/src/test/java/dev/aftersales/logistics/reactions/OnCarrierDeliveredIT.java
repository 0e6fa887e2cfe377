package dev.aftersales.logistics.reactions;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.logistics.Carrier;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OnCarrierDeliveredIT {

    private static final Instant ACCEPTED = Instant.parse("2026-11-18T16:12:44Z");
    private static final Instant DELIVERED = Instant.parse("2026-11-20T10:31:05Z");
    private static final String ALL = "reserved S1, released S1, dispatched S1, delivered S1";

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    Warehouse warehouse;
    Claim claim;

    @BeforeEach
    void releaseAShipment() {
        warehouse = Warehouse.at(port);
        claim = Claim.fresh().authorised(4, line(1, warehouse.stocked(1), 1));
        claim.tells("reserved S1, released S1");
    }

    @Test
    void deliversAfterTheDispatch() {
        String number = warehouse.confirmed(claim.shipment(1));
        Carrier.ONE.accepted(number, ACCEPTED);

        Carrier.ONE.delivered(number, DELIVERED);

        List<Message> told = claim.tells(ALL);
        ContractCheck.keepsItsContract(told.getLast());
        assertThat(told.getLast().<String>at("$.deliveredAt")).isEqualTo(DELIVERED.toString());
        assertThat(warehouse.shipment(claim.shipment(1)).<String>at("$.state")).isEqualTo("DELIVERED");
    }

    @Test
    void tellsBothInOrderWhenTheAcceptanceWasNotHeardOf() {
        String number = warehouse.confirmed(claim.shipment(1));

        Carrier.ONE.delivered(number, DELIVERED);

        List<Message> told = claim.tells(ALL);
        assertThat(told.get(2).<String>at("$.dispatchedAt")).isEqualTo(DELIVERED.toString());
    }

    @Test
    void tellsNothingMoreWhenTheAcceptanceComesAfterTheDelivery() {
        String number = warehouse.confirmed(claim.shipment(1));
        double applied = applied();

        Carrier.ONE.delivered(number, DELIVERED);
        Carrier.ONE.delivered(number, DELIVERED);
        Carrier.ONE.accepted(number, ACCEPTED);

        Awaitility.await().until(() -> applied() == applied + 2);
        claim.tells(ALL);
    }

    @Test
    void keepsBothScansThatComeBeforeTheConfirmation() {
        String number = Carrier.freshNumber();
        double waiting = waiting();
        Carrier.ONE.delivered(number, DELIVERED);
        Carrier.ONE.accepted(number, ACCEPTED);
        Awaitility.await().until(() -> waiting() >= waiting + 2);

        var answer = warehouse.confirm(claim.shipment(1), Carrier.ONE.partner(), number);

        assertThat(answer.<String>at("$.state")).isEqualTo("DELIVERED");
        List<Message> told = claim.tells(ALL);
        assertThat(told.get(2).<String>at("$.dispatchedAt")).isEqualTo(ACCEPTED.toString());
    }

    private double applied() {
        return meters.counter("aftersales.carrier.scans", "outcome", "APPLIED").count();
    }

    private double waiting() {
        return meters.counter("aftersales.carrier.scans", "outcome", "WAITING").count();
    }
}
