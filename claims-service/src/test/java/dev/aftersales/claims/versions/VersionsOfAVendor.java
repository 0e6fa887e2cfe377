package dev.aftersales.claims.versions;

import static dev.aftersales.claims.GivenClaims.unique;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.policies.PolicyPacks;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import dev.aftersales.contracts.events.notifications.NoticeSent;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

/** The way of policy versions, at a vendor of each test's own whose first version is the exporter's. */
@ServiceIT
@ActiveProfiles("simulation")
@Import(MovableClock.Beans.class)
abstract class VersionsOfAVendor {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Policies policies;

    @Autowired
    MongoDatabase database;

    @Autowired
    Successions successions;

    @Autowired
    PolicyPacks shipped;

    @Autowired
    Aggregates<PolicyVersion> versions;

    @Autowired
    NoticeWalk walk;

    @Autowired
    Drafting drafting;

    final String vendor = unique("v").toLowerCase(Locale.ROOT);
    final int number = ThreadLocalRandom.current().nextInt(10, 90_000) * 10;
    final String first = "V-" + number;
    final String second = "V-" + (number + 1);
    Instant beginning = Instant.EPOCH;

    @BeforeEach
    void setTheFirstVersionInForce() {
        beginning = clock.instant();
        assertThat(draft(pack(first)).status()).isEqualTo(201);
        Answer active = activate(first, beginning.plusSeconds(5));
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
        clock.moveTo(beginning.plusSeconds(6));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    PolicyPacks.Shipped shippedPack(String version) {
        String pack = pack(version);
        return new PolicyPacks.Shipped(GivenPacks.READER.compile("draft", pack), pack);
    }

    String pack(String version) {
        return text("exporter/A-1")
                .replace("vendor: exporter", "vendor: " + vendor)
                .replace("policy: A\n", "policy: V\n")
                .replace("version: A-1", "version: " + version);
    }

    String longer(String version) {
        return with(pack(version), "  length: P12M", "  length: P18M");
    }

    Api person(String name, String role) {
        return person(name, role, role.equals("customer") ? "nordwind" : null);
    }

    Api person(String name, String role, String organisation) {
        return Api.at(port)
                .withToken(TestIssuer.shared()
                        .token(name + "-" + vendor)
                        .name(name)
                        .email(name + "@nordwind.example")
                        .vendors(vendor)
                        .roles(role)
                        .with("org", organisation)
                        .sign());
    }

    Api admin() {
        return person("petra", "policy-admin");
    }

    Answer draft(String pack) {
        return admin().with("Content-Type", "application/yaml").post("/api/v1/policies", pack);
    }

    Answer notice(String version, Instant from) {
        return admin().post("/api/v1/policies/" + version + "/notice", "{\"effectiveFrom\":\"" + from + "\"}");
    }

    Answer activate(String version, Instant from) {
        return admin().post(
                        "/api/v1/policies/" + version + "/activation",
                        from == null ? "{}" : "{\"effectiveFrom\":\"" + from + "\"}");
    }

    Answer told(String version, String customer) {
        return person("viktor", "vendor-ops")
                .post(
                        "/api/v1/policies/" + version + "/notice/" + customer + "/told",
                        "{\"how\":\"Registered letter\"}");
    }

    Answer lifecycle(String version) {
        return admin().get("/api/v1/policies/" + version + "/lifecycle");
    }

    String current() {
        return policies.current(vendor).orElseThrow().version();
    }

    /** A customer of the vendor with a contact; the id as events name it. */
    String customer(String name) {
        return customerOf("nordwind", name);
    }

    String customerOf(String organisation, String name) {
        Answer answer = person(name, "customer", organisation)
                .put(
                        "/api/v1/customers/me",
                        "{\"name\":\"%s\",\"email\":\"%s@nordwind.example\",\"language\":\"en\"}"
                                .formatted(name, name));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return DerivedId.of("cus", vendor, name + "-" + vendor);
    }

    /** Notice, mails and activation. */
    void tellEverybody(String version, Instant from, String... names) {
        notice(version, from);
        requestOf(version, 1);
        for (String name : names) {
            sent(version, 1, DerivedId.of("cus", vendor, name + "-" + vendor));
        }
        awaitFigures(version, "$.notice.sent", names.length);
        Answer active = activate(version, null);
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
    }

    String claim(String name) {
        String serial = unique("S");
        String number = unique("C");
        Answer entered = contract(number, serial, null);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return claimed(name, number, serial);
    }

    Answer contract(String number, String serial, String version) {
        return contractOf("nordwind", number, serial, version);
    }

    void contractOf(String organisation, String number, String serial) {
        assertThat(contractOf(organisation, number, serial, null).status()).isEqualTo(201);
    }

    Answer contractOf(String organisation, String number, String serial, String version) {
        return contractOf(organisation, number, serial, version, "X1");
    }

    Answer contractOf(String organisation, String number, String serial, String version, String model) {
        return person("viktor", "vendor-ops").put("/api/v1/contracts/" + number, """
                {"organisation":"%s","shipments":[{"billOfLading":"BL-1","date":"%s","units":[
                {"serial":"%s","model":"%s","itemClass":"MAIN_UNIT"}]}]%s}""".formatted(
                        organisation,
                        LocalDate.now(ZoneOffset.UTC).minusMonths(1),
                        serial,
                        model,
                        version == null ? "" : ",\"policyVersion\":\"" + version + "\""));
    }

    String claimed(String name, String contract, String serial) {
        Answer photo = person(name, "customer").upload("/api/v1/evidence", "p.jpg", "image/jpeg", GivenClaims.JPEG);
        Answer claim = person(name, "customer")
                .with("Idempotency-Key", unique("key"))
                .post("/api/v1/claims", GivenClaims.body(contract, photo.at("$.id"), serial));
        assertThat(claim.status()).as(claim.toString()).isEqualTo(201);
        return claim.at("$.id");
    }

    String versionOf(String claim) {
        return person("anna", "agent").get("/api/v1/claims/" + claim).at("$.policyVersion");
    }

    Message requestOf(String version, int request) {
        return Topics.awaitEvent("policy-notices", "policies.policy-notice-requested.v1", version + "/" + request);
    }

    void awaitFigures(String version, String path, int expected) {
        await().atMost(PATIENCE).until(() -> lifecycle(version).<Integer>at(path), found -> found == expected);
    }

    void sent(String version, int request, String customer) {
        String notification = "ntf-" + version + "-" + request + "-" + customer;
        say(
                "notifications.notice-sent.v1",
                notification,
                new NoticeSent(
                        notification,
                        vendor,
                        version + "/" + request,
                        version,
                        customer,
                        "policy-notice",
                        "policy-notices/" + version + "/" + request + "/1",
                        clock.instant()));
    }

    void failed(String version, int request, String customer) {
        String notification = "ntf-" + version + "-" + request + "-" + customer;
        say(
                "notifications.notice-failed.v1",
                notification,
                new NoticeFailed(
                        notification,
                        vendor,
                        version + "/" + request,
                        version,
                        customer,
                        "policy-notice",
                        "policy-notices/" + version + "/" + request + "/1",
                        "550 5.1.1",
                        clock.instant()));
    }

    void say(String type, String notification, Object event) {
        Topics.event(type)
                .vendor(vendor)
                .subject(notification)
                .sequence(1)
                .json(JSON.writeValueAsString(event))
                .to("notifications");
    }
}
