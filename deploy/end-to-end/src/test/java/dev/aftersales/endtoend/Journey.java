package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What the people of one claim do, each over the gateway. */
final class Journey {

    /** A one-pixel PNG, so that the type that is sniffed is true. */
    static final byte[] PHOTO = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final AtomicInteger UNITS = new AtomicInteger();

    private Journey() {}

    /** A unit of the newer shipment that no other test has claimed. */
    static String freshSerial() {
        return "PX200-%04d".formatted(UNITS.incrementAndGet());
    }

    static String uploadPhoto(Api customer) {
        Answer answer = customer.upload("/api/v1/evidence", "fan.png", "image/png", PHOTO);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("$.id");
    }

    static String body(String serial, String faultCode, String evidence, String description) {
        return """
                {"contractNumber":"NW-2026-0117","model":"PX-200","serials":["%s"],"faultCode":"%s",
                 "description":"%s","evidenceIds":["%s"]}""".formatted(serial, faultCode, description, evidence);
    }

    static Answer submit(Api customer, String key, String body) {
        return customer.with("Idempotency-Key", key).post("/api/v1/claims", body);
    }

    /** Submits a claim for one unit and answers its id. */
    static String submitted(String serial, String faultCode) {
        Api maria = TheSuite.as("maria");
        Answer answer = submit(
                maria,
                UUID.randomUUID().toString(),
                body(serial, faultCode, uploadPhoto(maria), "The unit stopped working"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("$.id");
    }

    static Answer claim(String id) {
        return TheSuite.as("maria").get("/api/v1/claims/" + id);
    }

    static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .alias("claim " + id + " at " + state)
                .until(() -> claim(id).<String>at("$.state").equals(state));
    }

    static List<String> timeline(String id) {
        return TheSuite.as("maria").get("/api/v1/claims/" + id + "/timeline").at("$.entries[*].what");
    }

    static void confirmShipment(String shipment, String tracking) {
        Answer answer = TheSuite.as("wang")
                .post(
                        "/api/v1/shipments/" + shipment + "/confirmation",
                        "{\"carrier\":\"carrier-one\",\"trackingNumber\":\"%s\"}".formatted(tracking));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The carrier's scan, in CloudEvents' structured mode. */
    static Answer scan(String type, String timeField, String tracking) {
        return TheSuite.asPartner("carrier-one")
                .with("Content-Type", "application/cloudevents+json")
                .post("/partners/v1/events", """
                        {"specversion":"1.0","id":"%1$s-%2$s","source":"/partners/carrier-one","type":"%2$s",
                         "subject":"%1$s","time":"%3$s","datacontenttype":"application/json",
                         "data":{"trackingNumber":"%1$s","%4$s":"%3$s"}}""".formatted(
                        tracking, type, Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS), timeField));
    }

    static void accepted(String tracking) {
        assertThat(scan("partners.carrier-accepted.v1", "scannedAt", tracking).status())
                .isEqualTo(202);
    }

    static void delivered(String tracking) {
        assertThat(scan("partners.carrier-delivered.v1", "deliveredAt", tracking)
                        .status())
                .isEqualTo(202);
    }

    /** A PNG of that many bytes: a true head, then noise. */
    static byte[] largePhoto(int bytes) {
        ByteArrayOutputStream photo = new ByteArrayOutputStream(bytes);
        photo.writeBytes(PHOTO);
        byte[] noise = "noise".getBytes(StandardCharsets.US_ASCII);
        while (photo.size() < bytes) {
            photo.writeBytes(noise);
        }
        return photo.toByteArray();
    }
}
