package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five policies in the running suite: what the README says to try, through the gateway. */
class FiveVendorsIT {

    /** What policy D asks a customer to agree to. */
    private static final String CONSENTS = "TERMS_ACCEPTED DATA_BACKED_UP PASSWORD_STATE DETAILS_CONFIRMED";

    @ParameterizedTest(name = "{1} may ask about {2}: {3} is {4}, {5}")
    @CsvSource(textBlock = """
            exporter, maria, PX200-0001, A2.4,  true,  FREE
            exporter, maria, PX200-9001, A2.4,  true,  PAID
            exporter, maria, PX200-0001, A5.4,  false, FREE
            # The agreement is two months old: the first yearly check falls due after a year
            exporter, chen,  PX200-4001, A5.4,  false, FREE
            shops,    lin,   SA35-0001,  B2.1,  true,  FREE
            agency,   carl,  CX100-0001, C2.2,  false, FREE
            agency,   carl,  CX900-0001, C2.3,  true,  FREE
            online,   dora,  DX10-0001,  D4.1b, true,  FREE
            project,  paul,  EC400-9001, E4.1,  true,  FREE
            project,  paul,  EC400-9001, E5.3,  true,  FREE
            """)
    void ownerIsToldWhatToAskFor(
            String vendor, String owner, String serial, String clause, boolean available, String price) {
        Answer answer = TheSuite.as(owner).get("/api/v1/units/" + serial + "/entitlements");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.<String>at("$.vendor")).isEqualTo(vendor);
        String item = "$.items[?(@.clause == '%s')]".formatted(clause);
        assertThat(answer.<List<Boolean>>at(item + ".available")).startsWith(available);
        assertThat(answer.<List<String>>at(item + ".price")).startsWith(price);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"exporter, anna", "shops, rong", "agency, bo", "online, otto", "project, gina"})
    void everyTeamOfEveryVendorHasAMailbox(String vendor, String agent) {
        Answer list = TheSuite.as(agent).get("/api/v1/team-mailboxes");

        assertThat(list.status()).as(list.text()).isEqualTo(200);
        assertThat(list.<List<String>>at("$.items[*].address"))
                .containsExactly(
                        "agents@" + vendor + ".example",
                        "technicians@" + vendor + ".example",
                        "warehouse@" + vendor + ".example",
                        "account-managers@" + vendor + ".example",
                        "operations@" + vendor + ".example",
                        "policy-admins@" + vendor + ".example");
    }

    @Test
    void regionAndContractDecideOnVisits() {
        assertThat(visits("CN-440307")).containsExactly(true);
        assertThat(visits("CN-440106")).containsExactly(true);
        assertThat(visits("CN-310101")).containsExactly(false);
    }

    private static List<Boolean> visits(String site) {
        return TheSuite.as("carl")
                .get("/api/v1/units/CX100-0001/entitlements?site=" + site)
                .at("$.items[?(@.clause == 'C2.2')].available");
    }

    @Test
    void unitsOfOthersAreNotThere() {
        assertThat(TheSuite.as("carl")
                        .get("/api/v1/units/PX200-0001/entitlements")
                        .status())
                .isEqualTo(404);
        assertThat(TheSuite.as("chen").get("/api/v1/units/PX200-0001").status()).isEqualTo(404);
    }

    /** What the catalogue knows goes through by each vendor's own policy; the papers are those of the first data. */
    @ParameterizedTest(name = "{1} claims {3}: covered by {5}")
    @CsvSource(delimiter = '|', textBlock = """
            shops   | lin  | SA-35  | SA35-0002  | K-201 | B1.3a |
            agency  | carl | CX-100 | CX100-0002 | H-310 | C2.4  |
            online  | dora | DX-10  | DX10-0002  | N-401 | D1.3a | TERMS_ACCEPTED DATA_BACKED_UP PASSWORD_STATE DETAILS_CONFIRMED
            project | paul | EC-400 | EC400-0002 | P-501 | E1.1  |
            """)
    void claimGoesThroughByTheVendorsOwnPolicy(
            String vendor, String owner, String model, String serial, String fault, String clause, String consents) {
        String claim = claimed(owner, model, serial, fault, consents);

        awaitState(owner, claim, "RELEASED");

        assertThat(TheSuite.as(owner)
                        .get("/api/v1/claims/" + claim + "/decision")
                        .<List<String>>at("$.explanations[*].citations[*].clause"))
                .contains(clause);
    }

    @Test
    void termsThatAreNotAcceptedRefuseTheApplication() {
        Answer refused = submitted("dora", "DX-10", "DX10-0003", "N-401", null);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:consent-needed");
    }

    @Test
    void oneFactIsJudgedByFivePolicies() {
        Answer answer = TheSuite.as("anna").post("/api/v1/policies/all/evaluations", """
                {"facts":{"submittedAt":"2026-06-05T10:00:00Z","contractNumber":"C-1","contractKnown":true,"model":"DX-20",
                 "evidence":[{"id":"evd-1","kind":"PHOTO"}],
                 "consents":{"TERMS_ACCEPTED":{"version":"1"},"DATA_BACKED_UP":{"version":"1"},
                  "PASSWORD_STATE":{"version":"1","state":"CLEARED"},"DETAILS_CONFIRMED":{"version":"1"}},
                 "lines":[{"serial":"S-1","unit":{"model":"DX-20","itemClass":"MAIN_UNIT","documents":[
                   {"kind":"BILL_OF_LADING","date":"2026-01-05"},{"kind":"WARRANTY_CARD","date":"2026-01-05"},
                   {"kind":"INVOICE","date":"2026-01-05","attributes":{"model":"DX-20","serial":"S-1"}},
                   {"kind":"PROJECT_ACCEPTANCE","date":"2026-01-05"}]},
                  "diagnosis":{"cause":"LIGHTNING","causeConfirmed":true}}]}}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].version"))
                .containsExactly("A-1", "B-1", "C-1", "D-1", "E-1");
        assertThat(answer.<List<String>>at("$.lines[0].answers[*].verdict"))
                .as("lightning: everywhere excluded but in a project, which has no exclusions (E?2)")
                .containsExactly(
                        "NOT_COVERED_OFFER_QUOTE",
                        "NOT_COVERED_OFFER_QUOTE",
                        "NOT_COVERED_OFFER_QUOTE",
                        "NOT_COVERED_OFFER_QUOTE",
                        "COVERED");
    }

    @Test
    void replayOfADraftListsTheVerdictsThatItFlips() throws IOException {
        String late = claimed("maria", "PX-200", "PX200-9002", "E-104", null);
        Api petra = TheSuite.as("petra");
        String pack = Files.readString(
                        Path.of("../../claims-service/src/main/resources/policy-packs/exporter/A-1.yaml"))
                .replace("version: A-1", "version: A-2")
                .replace("length: P12M", "length: P24M");
        Answer draft = petra.with("Content-Type", "application/yaml").post("/api/v1/policies", pack);
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);

        Answer asked = petra.post("/api/v1/policies/A-2/replays", "{}");

        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        String replay = "/api/v1/policies/A-2/replays/" + asked.<String>at("$.id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> petra.get(replay).<String>at("$.state").equals("DONE"));
        Answer flips = petra.get(replay + "/flips?clause=A3.1&limit=200");
        assertThat(flips.<List<String>>at("$.items[*].claimId")).contains(late);
        assertThat(flips.<List<String>>at("$.items[?(@.claimId == '%s')].from".formatted(late)))
                .containsExactly("NOT_COVERED_OFFER_QUOTE");
        assertThat(petra.post("/api/v1/policies/A-2/activation", "{}").status())
                .as("no customer was told of it (A6.2)")
                .isEqualTo(409);
    }

    @Test
    void acceptedQuoteIsServedLikeACoveredClaim() {
        String late = claimed("carl", "CX-100", "CX100-9002", "H-310", null);
        Api carl = TheSuite.as("carl");
        Answer asked = carl.post("/api/v1/claims/" + late + "/quote-request", "{}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        awaitState("carl", late, "QUOTED");
        Answer quote = carl.get("/api/v1/claims/" + late + "/quote");
        assertThat(quote.<String>at("$.quotes[0].total.amount")).isEqualTo("260.00");
        assertThat(quote.<List<String>>at("$.quotes[0].bearings[?(@.item == 'LABOUR')].payer"))
                .as("labour is free for two years after the term (C4.1)")
                .containsExactly("VENDOR");

        Answer accepted = carl.post("/api/v1/claims/" + late + "/quote/acceptance", "{\"quote\":1}");

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        awaitState("carl", late, "RELEASED");
    }

    @Test
    void paymentProviderTellsThatAnAcceptedQuoteIsPaid() {
        String late = claimed("dora", "DX-20", "DX20-9001", "N-401", CONSENTS);
        Api dora = TheSuite.as("dora");
        dora.post("/api/v1/claims/" + late + "/quote-request", "{}");
        awaitState("dora", late, "QUOTED");
        dora.post("/api/v1/claims/" + late + "/quote/acceptance", "{\"quote\":1}");

        Answer told = TheSuite.asPartner("payment-one")
                .with("Content-Type", "application/cloudevents+json")
                .post("/partners/v1/events", """
                        {"specversion":"1.0","id":"pay-%1$s","source":"/partners/payment-one","vendor":"online",
                         "type":"partners.payment-received.v1","subject":"%1$s","time":"%2$s",
                         "datacontenttype":"application/json","data":{"claimId":"%1$s","quote":1,
                          "paymentId":"pay-%1$s","amount":{"amount":"320.00","currency":"CNY"},"paidAt":"%2$s"}}""".formatted(late, Instant.now().truncatedTo(ChronoUnit.MILLIS)));

        assertThat(told.status()).as(told.text()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> dora.get("/api/v1/claims/" + late + "/quote")
                .<String>at("$.quotes[0].state")
                .equals("PAID"));
    }

    private static void awaitState(String owner, String claim, String state) {
        await().atMost(Duration.ofSeconds(20))
                .alias("claim " + claim + " at " + state)
                .until(() -> state(owner, claim).equals(state));
    }

    private static String claimed(String owner, String model, String serial, String fault, String consents) {
        Answer answer = submitted(owner, model, serial, fault, consents);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("$.id");
    }

    private static Answer submitted(String owner, String model, String serial, String fault, String consents) {
        Api customer = TheSuite.as(owner);
        String given = consents == null
                ? ""
                : Arrays.stream(consents.split(" "))
                        .map(item -> "{\"item\":\"%s\",\"version\":\"D-1\"%s}"
                                .formatted(item, item.equals("PASSWORD_STATE") ? ",\"state\":\"CLEARED\"" : ""))
                        .collect(Collectors.joining(","));
        return Journey.submit(customer, UUID.randomUUID().toString(), """
                {"model":"%s","serials":["%s"],"faultCode":"%s","description":"It stopped working","channel":"WEB",
                 "evidenceIds":["%s"],"consents":[%s]%s}""".formatted(
                        model,
                        serial,
                        fault,
                        Journey.uploadPhoto(customer),
                        given,
                        owner.equals("maria") ? ",\"contractNumber\":\"NW-2026-0117\"" : ""));
    }

    private static String state(String owner, String claim) {
        return TheSuite.as(owner).get("/api/v1/claims/" + claim).at("$.state");
    }
}
