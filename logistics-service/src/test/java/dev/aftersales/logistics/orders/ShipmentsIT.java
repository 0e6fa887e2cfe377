package dev.aftersales.logistics.orders;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.logistics.Carrier;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ShipmentsIT {

    private static final String RELEASED = "reserved S1, released S1";

    @LocalServerPort
    int port;

    @Autowired
    Orders orders;

    Warehouse warehouse;
    Claim claim;
    String shipment;

    @BeforeEach
    void releaseAShipment() {
        warehouse = Warehouse.at(port);
        claim = released(Instant.now());
        shipment = claim.shipment(1);
    }

    @Test
    void confirmsAReleasedShipmentAndRecordsWhoDid() {
        String number = Carrier.freshNumber();

        Answer answer = warehouse.confirm(shipment, "carrier-one", number);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.state")).isEqualTo("READY_FOR_CARRIER");
        assertThat(answer.<String>at("$.trackingNumber")).isEqualTo(number);
        assertThat(orders.find(claim.id()).orElseThrow().acts())
                .extracting(Act::person, Act::act, Act::shipment)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("wang", "shipment-confirmed", shipment));
    }

    @Test
    void answersTheSameConfirmationTheSame() {
        String number = Carrier.freshNumber();
        Answer first = warehouse.confirm(shipment, "carrier-one", number);

        Answer again = warehouse.confirm(shipment, "carrier-one", number);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(orders.find(claim.id()).orElseThrow().acts()).hasSize(1);
    }

    @Test
    void correctsTheParcelUntilTheCarrierHasIt() {
        String mistyped = warehouse.confirmed(shipment);
        String right = Carrier.freshNumber();

        Answer corrected = warehouse.confirm(shipment, "carrier-two", right);

        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(corrected.<String>at("$.state")).isEqualTo("READY_FOR_CARRIER");
        assertThat(corrected.<String>at("$.carrier")).isEqualTo("carrier-two");
        assertThat(corrected.<String>at("$.trackingNumber")).isEqualTo(right);
        assertThat(orders.find(claim.id()).orElseThrow().acts())
                .extracting(Act::act)
                .containsExactly("shipment-confirmed", "confirmation-corrected");
        Claim second = released(Instant.now());
        assertThat(warehouse
                        .confirm(second.shipment(1), "carrier-one", mistyped)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesToCorrectToANumberOfAnotherShipment() {
        String taken = warehouse.confirmed(shipment);
        Claim second = released(Instant.now());
        String own = warehouse.confirmed(second.shipment(1));

        assertRefused(warehouse.confirm(second.shipment(1), "carrier-one", taken), "tracking-number-in-use");
        assertThat(warehouse.shipment(second.shipment(1)).<String>at("$.trackingNumber"))
                .isEqualTo(own);
    }

    @Test
    void refusesAnotherParcelAfterTheDispatch() {
        Carrier.ONE.accepted(warehouse.confirmed(shipment), Instant.now());
        claim.tells(RELEASED + ", dispatched S1");

        Answer other = warehouse.confirm(shipment, "carrier-one", Carrier.freshNumber());

        assertRefused(other, "already-confirmed");
    }

    @Test
    void refusesToConfirmWhatIsNotReleased() {
        Claim waiting = Claim.fresh().authorised(2, line(1, Claim.freshPart(), 1));
        waiting.tells("backordered S1");

        Answer answer = warehouse.confirm(waiting.shipment(1), "carrier-one", Carrier.freshNumber());

        assertRefused(answer, "wrong-state");
        assertThat(answer.<String>at("$.state")).isEqualTo("BACKORDERED");
    }

    @Test
    void refusesATrackingNumberOfAnotherShipment() {
        String number = warehouse.confirmed(shipment);
        Claim second = released(Instant.now());

        assertRefused(warehouse.confirm(second.shipment(1), "carrier-one", number), "tracking-number-in-use");
    }

    @Test
    void refusesATrackingNumberOfAnotherShipmentOfTheSameClaim() {
        String number = warehouse.confirmed(shipment);
        claim.authorised(4, line(2, warehouse.stocked(1), 1));
        claim.tells(RELEASED + ", reserved S2, released S2");

        assertRefused(warehouse.confirm(claim.shipment(2), "carrier-one", number), "tracking-number-in-use");
    }

    @Test
    void letsTwoVendorsHaveTheSameTrackingNumber() {
        String number = warehouse.confirmed(shipment);
        Warehouse agencys = new Warehouse(Api.at(port).as(People.WALT));
        Claim foreign = Claim.of("agency").authorised(2, line(1, agencys.stocked(1), 1));
        foreign.tells(RELEASED);

        assertThat(agencys.confirm(foreign.shipment(1), "carrier-two", number).status())
                .isEqualTo(200);
    }

    @Test
    void hidesAForeignVendorsShipment() {
        Api walt = Api.at(port).as(People.WALT);

        Answer answer = new Warehouse(walt).confirm(shipment, "carrier-one", Carrier.freshNumber());

        assertRefused(answer, 404, "not-found");
        assertRefused(walt.get("/api/v1/shipments/" + shipment), 404, "not-found");
        assertRefused(warehouse.shipment(claim.shipment(2)), 404, "not-found");
        assertRefused(warehouse.shipment("nonsense"), 404, "not-found");
    }

    @Test
    void refusesAConfirmationWithoutNumber() {
        Answer answer = warehouse.confirm(shipment, "carrier-one", "");

        assertRefused(answer, 400, "invalid");
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("trackingNumber");
    }

    @Test
    void listsThePickListOldestFirstPageByPage() {
        Claim oldest = released(Instant.parse("2026-01-05T08:00:00Z"));
        Claim older = released(Instant.parse("2026-01-05T09:00:00Z"));
        older.authorised(4, line(2, warehouse.stocked(1), 1));
        older.tells(RELEASED + ", reserved S2, released S2");
        Claim picked = released(Instant.parse("2026-01-05T08:30:00Z"));
        warehouse.confirmed(picked.shipment(1));

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = warehouse.api().get("/api/v1/shipments?state=RELEASED&limit=1" + cursor);
            assertThat(page.<List<String>>at("$.items[*].id")).hasSize(1);
            listed.addAll(page.at("$.items[*].id"));
            cursor = page.text().contains("\"next\"") ? "&cursor=" + page.at("$.next") : null;
        } while (cursor != null);

        assertThat(listed)
                .startsWith(oldest.shipment(1), older.shipment(1), older.shipment(2))
                .doesNotContain(picked.shipment(1))
                .contains(shipment)
                .doesNotHaveDuplicates();
    }

    @Test
    void listsOnlyTheVendorsOwn() {
        Answer page = Api.at(port).as(People.BO).get("/api/v1/shipments?limit=200");

        assertThat(page.<List<String>>at("$.items[*].vendor")).containsOnly("agency");
    }

    @Test
    void refusesAnUnknownState() {
        assertThat(warehouse.api().get("/api/v1/shipments?state=LOST").status()).isEqualTo(400);
    }

    private Claim released(Instant authorisedAt) {
        Claim released = Claim.fresh().authorised(2, authorisedAt, line(1, warehouse.stocked(1), 1));
        released.tells(RELEASED);
        return released;
    }

    private static void assertRefused(Answer answer, String type) {
        assertRefused(answer, 409, type);
    }

    private static void assertRefused(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
    }
}
