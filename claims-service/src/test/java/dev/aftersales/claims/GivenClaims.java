package dev.aftersales.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a running service to the point where a test begins. */
public final class GivenClaims {

    /** The smallest thing that is a JPEG by its first bytes. */
    public static final byte[] JPEG = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final Api api;

    private GivenClaims(Api api) {
        this.api = api;
    }

    public static GivenClaims at(int port) {
        return new GivenClaims(Api.at(port));
    }

    /** A name that no other test uses, in the capitals that serials are kept in. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }

    /** A contract of nordwind with units that were shipped a month ago. */
    public String contract(String... serials) {
        return contract("nordwind", LocalDate.now(ZoneOffset.UTC).minusMonths(1), serials);
    }

    /** A contract whose term ended long ago. */
    public String expiredContract(String... serials) {
        return contract("nordwind", LocalDate.now(ZoneOffset.UTC).minusYears(3), serials);
    }

    public String contract(String organisation, LocalDate billOfLading, String... serials) {
        String number = unique("C");
        String units = Arrays.stream(serials)
                .map("{\"serial\":\"%s\",\"model\":\"X1\",\"itemClass\":\"MAIN_UNIT\"}"::formatted)
                .collect(Collectors.joining(","));
        Answer answer = api.as(People.VIKTOR)
                .put("/api/v1/contracts/" + number, """
                        {"organisation":"%s","shipments":[{"billOfLading":"BL-1","date":"%s","units":[%s]}]}""".formatted(organisation, billOfLading, units));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return number;
    }

    /** A service agreement, from a month ago on, about all units of a contract of vendor exporter. */
    public void agreement(String number, String contract) {
        Answer answer = api.as(People.VIKTOR).put("/api/v1/agreements/" + number, """
                        {"kind":"SERVICE_AGREEMENT","contract":"%s","from":"%s"}""".formatted(
                        contract, LocalDate.now(ZoneOffset.UTC).minusMonths(1)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** A tariff that nothing is quoted by. */
    public String tariff() {
        String code = unique("t").toLowerCase(Locale.ROOT);
        Answer answer = api.as(People.FELIX).put("/api/v1/tariffs/" + code, """
                {"prices":[{"type":"LABOUR","unit":"HOUR","price":{"amount":"40.00","currency":"EUR"}}]}""");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return code;
    }

    /** A photo of that person's. */
    public String photo(People person) {
        Answer answer = api.as(person).upload("/api/v1/evidence", "photo.jpg", "image/jpeg", JPEG);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.at("$.id");
    }

    /** The body of a complete claim. */
    public static String body(String contract, String evidence, String... serials) {
        return """
                {"contractNumber":"%s","model":"X1","serials":[%s],"faultCode":"E-42",\
                "description":"It does not start.","evidenceIds":[%s]}""".formatted(
                        contract,
                        Arrays.stream(serials).map(s -> "\"" + s + "\"").collect(Collectors.joining(",")),
                        evidence == null ? "" : "\"" + evidence + "\"");
    }

    /** Submits as maria, under a key of its own. */
    public Answer submit(String body) {
        return submit(People.MARIA, unique("key"), body);
    }

    public Answer submit(People person, String key, String body) {
        return api.as(person).with("Idempotency-Key", key).post("/api/v1/claims", body);
    }

    /** A claim of maria's whose lines wait for a diagnosis. */
    public String admitted(String... serials) {
        Answer answer = submit(body(contract(serials), photo(People.MARIA), serials));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        return answer.at("$.id");
    }

    public Answer claim(String id) {
        return api.as(People.MARIA).get("/api/v1/claims/" + id);
    }

    public String state(String id) {
        return claim(id).at("$.state");
    }

    public Answer timeline(String id) {
        return api.as(People.ANNA).get("/api/v1/claims/" + id + "/timeline");
    }
}
