package dev.aftersales.logistics.reactions;

import static dev.aftersales.logistics.Claim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.logistics.Claim;
import dev.aftersales.logistics.Keys;
import dev.aftersales.logistics.Warehouse;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OnCustomerUpdatedIT {

    private final String customer = "cus-" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    ContactCipher cipher;

    @Autowired
    Keys keys;

    Warehouse warehouse;
    String shipment;

    @BeforeEach
    void releaseAShipment() {
        warehouse = Warehouse.at(port);
        Claim claim = Claim.fresh();
        claim.authorisedFor(customer, 2, line(1, warehouse.stocked(1), 1));
        claim.tells("reserved S1, released S1");
        shipment = claim.shipment(1);
    }

    @Test
    void tellsTheWarehouseWhereAShipmentGoes() {
        assertThat(known()).isEqualTo("NOT_YET");

        updated(2, "Maria");

        Awaitility.await().until(() -> known().equals("KNOWN"));
        Answer answer = warehouse.shipment(shipment);
        assertThat(answer.<String>at("$.shipTo.name")).isEqualTo("Maria");
        assertThat(answer.<String>at("$.shipTo.address.city")).isEqualTo("Hamburg");
    }

    @Test
    void waitsForTheVersionThatTheClaimNamed() {
        updated(1, "Maria");
        updated(2, "Mary");

        Awaitility.await().until(() -> known().equals("KNOWN"));

        assertThat(warehouse.shipment(shipment).<String>at("$.shipTo.name")).isEqualTo("Mary");
    }

    @Test
    void passesOverAnOlderContactAfterANewerAndADuplicate() {
        updated(3, "Mary");
        updated(3, "Mary");
        updated(2, "Maria");
        updated(4, "Marie");

        // The last went behind the others on the same partition.
        Awaitility.await().until(() -> name().equals("Marie"));
        updated(2, "Maria");
        updated(5, "Mia");
        Awaitility.await().until(() -> !name().equals("Marie"));
        assertThat(name()).isEqualTo("Mia");
    }

    @Test
    void tellsNobodyButTheWarehouse() {
        updated(2, "Maria");
        Awaitility.await().until(() -> known().equals("KNOWN"));

        Answer answer = Api.at(port).as(People.ANNA).get("/api/v1/shipments/" + shipment);

        assertThat(answer.text()).doesNotContain("shipTo", "Maria", "Hamburg");
        assertThat(warehouse.api().get("/api/v1/shipments?limit=200").text()).doesNotContain("shipTo");
    }

    @Test
    void showsNothingOfAnErasedPerson() {
        updated(2, "Maria");
        keys.erase(customer);

        Awaitility.await().until(() -> known().equals("ERASED"));
    }

    @Test
    void answersAlsoWhileTheKeyIsNotToBeHad() {
        updated(2, "Maria");
        keys.goesDownFor(customer);

        Awaitility.await().until(() -> known().equals("UNAVAILABLE"));

        assertThat(warehouse.shipment(shipment).<String>at("$.state")).isEqualTo("RELEASED");
    }

    private String known() {
        return warehouse.shipment(shipment).at("$.shipTo.known");
    }

    private String name() {
        Answer answer = warehouse.shipment(shipment);
        return answer.text().contains("\"name\"") ? answer.at("$.shipTo.name") : "";
    }

    private void updated(long version, String name) {
        Contact contact = new Contact(
                name,
                "maria@nordwind.example",
                null,
                new Contact.Address(name, "Kai 1", "Hamburg", "20457", "DE"),
                "en");
        Topics.event("customers.customer-updated.v1")
                .source("/claims-service")
                .subject(customer)
                .sequence(version)
                .json("""
                        {"customerId":"%s","vendor":"exporter","version":%d,"keyId":"key-%s","cipher":"%s"}
                        """.formatted(customer, version, customer, cipher.seal(customer, contact, Keys.KEY)))
                .to("customers");
    }
}
