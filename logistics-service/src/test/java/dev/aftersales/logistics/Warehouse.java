package dev.aftersales.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.util.UUID;

/** What a clerk of the warehouse does over HTTP. */
public record Warehouse(Api api) {

    /** The warehouse of vendor exporter. */
    public static Warehouse at(int port) {
        return new Warehouse(Api.at(port).as(People.WANG));
    }

    /** A part of which that many have come in. */
    public String stocked(int quantity) {
        String part = Claim.freshPart();
        receives(part, quantity);
        return part;
    }

    public void receives(String part, int quantity) {
        assertThat(book(part, quantity, UUID.randomUUID().toString()).status()).isEqualTo(200);
    }

    /** The same, of one production lot. */
    public void receivesLot(String part, int quantity, String lot) {
        Answer answer = api.post(
                "/api/v1/stock/" + part + "/receipts",
                "{\"quantity\":%d,\"reference\":\"%s\",\"lot\":\"%s\"}".formatted(quantity, UUID.randomUUID(), lot));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    public Answer book(String part, int quantity, String reference) {
        return api.post(
                "/api/v1/stock/" + part + "/receipts",
                "{\"quantity\":%d,\"reference\":\"%s\"}".formatted(quantity, reference));
    }

    public Answer shipment(String id) {
        return api.get("/api/v1/shipments/" + id);
    }

    public Answer confirm(String shipment, String carrier, String trackingNumber) {
        return api.post(
                "/api/v1/shipments/" + shipment + "/confirmation",
                "{\"carrier\":\"%s\",\"trackingNumber\":\"%s\"}".formatted(carrier, trackingNumber));
    }

    /** Confirms it for {@link Carrier#ONE} under a number of its own. */
    public String confirmed(String shipment) {
        String number = Carrier.freshNumber();
        assertThat(confirm(shipment, Carrier.ONE.partner(), number).status()).isEqualTo(200);
        return number;
    }
}
