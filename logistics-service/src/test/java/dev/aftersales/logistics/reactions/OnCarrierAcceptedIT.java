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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OnCarrierAcceptedIT {

    private static final Instant SCANNED = Instant.parse("2026-11-18T16:12:44Z");
    private static final String RELEASED = "reserved S1, released S1";

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    Warehouse warehouse;
    String part;
    Claim claim;

    @BeforeEach
    void releaseAShipment() {
        warehouse = Warehouse.at(port);
        part = warehouse.stocked(3);
        claim = Claim.fresh().authorised(4, line(1, part, 1));
        claim.tells(RELEASED);
    }

    @Test
    void dispatchesAtTheScan() {
        String number = warehouse.confirmed(claim.shipment(1));

        Carrier.ONE.accepted(number, SCANNED);

        Message dispatched = claim.tells(RELEASED + ", dispatched S1").getLast();
        ContractCheck.keepsItsContract(dispatched);
        assertThat(dispatched.<String>at("$.dispatchedAt")).isEqualTo(SCANNED.toString());
        assertThat(dispatched.<String>at("$.trackingNumber")).isEqualTo(number);
        Awaitility.await().untilAsserted(() -> {
            var level = warehouse.book(part, 1, "after");
            assertThat(level.<Integer>at("$.stock.onHand")).isEqualTo(3);
            assertThat(level.<Integer>at("$.stock.available")).isEqualTo(3);
        });
    }

    @Test
    void countsAScanOnceHoweverOftenItComes() {
        String number = warehouse.confirmed(claim.shipment(1));

        Carrier.ONE.acceptedTimes(3, number, SCANNED);
        Carrier.ONE.accepted(number, SCANNED.plusSeconds(60));
        Carrier.ONE.delivered(number, SCANNED.plusSeconds(3600));

        // The delivery went behind the repeats on the same partition.
        claim.tells(RELEASED + ", dispatched S1, delivered S1");
    }

    @Test
    void keepsAScanThatComesBeforeTheConfirmation() {
        String number = Carrier.freshNumber();
        double waiting = counted("WAITING");
        Carrier.ONE.accepted(number, SCANNED.plusSeconds(60));
        Carrier.ONE.accepted(number, SCANNED);
        Awaitility.await().until(() -> counted("WAITING") >= waiting + 2);

        warehouse.confirm(claim.shipment(1), Carrier.ONE.partner(), number);

        Message dispatched = claim.tells(RELEASED + ", dispatched S1").getLast();
        assertThat(dispatched.<String>at("$.dispatchedAt")).isEqualTo(SCANNED.toString());
    }

    @Test
    void appliesAScanThatWaitsForTheCorrectedNumber() {
        String number = Carrier.freshNumber();
        double waiting = counted("WAITING");
        warehouse.confirmed(claim.shipment(1));
        Carrier.ONE.accepted(number, SCANNED);
        Awaitility.await().until(() -> counted("WAITING") > waiting);

        warehouse.confirm(claim.shipment(1), Carrier.ONE.partner(), number);

        Message dispatched = claim.tells(RELEASED + ", dispatched S1").getLast();
        assertThat(dispatched.<String>at("$.trackingNumber")).isEqualTo(number);
    }

    @Test
    void appliesAStrangersScanOnceTheStrangerIsTheCarrier() {
        String number = warehouse.confirmed(claim.shipment(1));
        double foreign = counted("FOREIGN");
        double applied = counted("APPLIED");
        new Carrier("exporter", "carrier-two").accepted(number, SCANNED);
        Awaitility.await().until(() -> counted("FOREIGN") == foreign + 1);

        warehouse.confirm(claim.shipment(1), "carrier-two", number);

        claim.tells(RELEASED + ", dispatched S1");
        assertThat(counted("APPLIED")).isEqualTo(applied + 1);
    }

    @Test
    void ignoresAStrangersScan() {
        String number = warehouse.confirmed(claim.shipment(1));
        double foreign = counted("FOREIGN");

        new Carrier("exporter", "carrier-two").accepted(number, SCANNED);

        Awaitility.await().until(() -> counted("FOREIGN") == foreign + 1);
        assertThat(claim.told()).isEqualTo(RELEASED);
        Carrier.ONE.accepted(number, SCANNED);
        claim.tells(RELEASED + ", dispatched S1");
    }

    @Test
    void ignoresAnotherVendorsScanOfTheSameNumber() {
        String number = warehouse.confirmed(claim.shipment(1));
        double waiting = counted("WAITING");

        new Carrier("agency", "carrier-one").accepted(number, SCANNED);

        Awaitility.await().until(() -> counted("WAITING") > waiting);
        assertThat(claim.told()).isEqualTo(RELEASED);
    }

    private double counted(String outcome) {
        return meters.counter("aftersales.carrier.scans", "outcome", outcome).count();
    }
}
