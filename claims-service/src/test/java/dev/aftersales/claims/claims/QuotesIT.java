package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.Lag;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class QuotesIT {

    /** Parts of this test alone: other tests count on no quote being issued for theirs. */
    private static final List<PartQuantity> PARTS = List.of(new PartQuantity("Q-1", 2));

    @LocalServerPort
    int port;

    @Autowired
    Claims claims;

    @Autowired
    OfferQuote offers;

    @Autowired
    Backlog backlog;

    @Autowired
    MongoDatabase database;

    private Api api;
    private GivenClaims given;
    private String claim;
    private GivenEvents events;

    @BeforeEach
    void aClaimInDiagnosisAndATariff() {
        api = Api.at(port);
        given = GivenClaims.at(port);
        Answer tariff = api.as(People.FELIX).put("/api/v1/tariffs/standard", """
                {"prices":[
                  {"type":"PARTS","part":"Q-1","unit":"PIECE","price":{"amount":"12.35","currency":"USD"}},
                  {"type":"LABOUR","unit":"CASE","price":{"amount":"40","currency":"USD"}}]}""");
        assertThat(tariff.status()).as(tariff.toString()).isIn(200, 201);
        claim = given.admitted(unique("S"), unique("S"));
        events = GivenEvents.of(claim);
    }

    @Test
    void a13IssuesAQuoteByItselfWhereTheTariffHasEveryPrice() {
        // When
        excluded(Route.PARTS, 1, 2);

        // Then
        awaitState("QUOTED");
        Answer quotes = quotes();
        assertThat(quotes.<List<Integer>>at("$.quotes[*].number")).containsExactly(1);
        assertThat(quotes.<String>at("$.quotes[0].state")).isEqualTo("OPEN");
        assertThat(quotes.<Map<String, String>>at("$.quotes[0].total"))
                .isEqualTo(Map.of("amount", "49.40", "currency", "USD"));
        assertThat(quotes.<String>at("$.quotes[0].clause")).isEqualTo("A1.3");
        assertThat(quotes.<String>at("$.quotes[0].reading")).isEqualTo("R-A15");
        assertThat(quotes.<String>at("$.quotes[0].issuedBy")).isEqualTo("A-1");
        assertThat(quotes.<String>at("$.quotes[0].validByReading")).isEqualTo("R-A-QUOTE");
        Message issued = Topics.awaitEvent("claims", "claims.quote-issued.v1", claim);
        assertThat(issued.<List<Integer>>at("$.lines")).containsExactly(1, 2);
        assertThat(issued.<String>at("$.total.amount")).isEqualTo("49.40");
        assertThat(issued.text()).doesNotContain("maria", "nordwind");
    }

    @Test
    void chargesWorkWhereMoreIsDoneThanSendingParts() {
        // When
        excluded(Route.DEPOT_REPAIR, 1);

        // Then
        awaitQuote(1, "OPEN");
        assertThat(quotes().<List<String>>at("$.quotes[0].items[*].amount.amount"))
                .containsExactly("24.70", "40.00");
    }

    @Test
    void servesWhatStaffQuoteAsItWasDiagnosedAndChargesNothingThatIsNotDone() {
        // Given
        excluded(Route.DEPOT_REPAIR, 1);
        awaitQuote(1, "OPEN");

        // When
        Answer sent = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1]},{"type":"LABOUR","lines":[1]}],"route":"PARTS"}""");
        Answer issued = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1]},{"type":"LABOUR","lines":[1]}]}""");
        Answer accepted = answer("acceptance", 2);

        // Then
        assertThat(sent.status()).as(sent.toString()).isEqualTo(422);
        assertThat(sent.<List<String>>at("$.errors[*].rule")).containsExactly("not-on-the-route");
        assertThat(sent.<List<String>>at("$.errors[*].field")).containsExactly("items[1].type");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(notes("WAITING_FOR_SERVICE")).containsExactly("DEPOT_REPAIR");
        assertThat(happenings()).doesNotContain("SERVICE_AUTHORISED");
    }

    @Test
    void issuesNoQuoteByItselfForWhatHasNoPrice() {
        // When
        events.concluded(2, "WATER_INGRESS", true, Route.PARTS, List.of(new PartQuantity("Q-none", 1)), 1, 2);
        awaitState("NOT_COVERED");
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        excluded(3, Route.PARTS, 1);
        handledSoFar();

        // Then
        assertThat(quotes().<List<Integer>>at("$.quotes[*].number")).isEmpty();
    }

    @Test
    void servesAnAcceptedQuoteLikeACoveredLineAndSaysWhoPays() {
        // Given
        quoted();

        // When
        Answer first = answer("acceptance", 1);
        Answer again = answer("acceptance", 1);

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(first.<String>at("$.quotes[0].state")).isEqualTo("ACCEPTED");
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
        assertThat(given.claim(claim).<List<Integer>>at("$.lines[*].paidByQuote"))
                .containsExactly(1, 1);
        Message authorised = Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        assertThat(authorised.<List<String>>at("$.lines[*].parts[0].part")).containsExactly("Q-1", "Q-1");
        assertThat(authorised.<List<Integer>>at("$.lines[*].parts[0].quantity")).containsExactly(2, 2);
        assertThat(authorised.<List<Integer>>at("$.lines[*].quote")).containsExactly(1, 1);
        assertThat(happenings()).containsOnlyOnce("QUOTE_ACCEPTED").containsOnlyOnce("SERVICE_AUTHORISED");
        events.delivered(5, 1, 2);
        awaitState("CLOSED");
    }

    @Test
    void d22bDoesNothingForARefusedQuote() {
        // Given
        quoted();

        // When
        Answer refused = answer("refusal", 1);

        // Then
        assertThat(refused.<String>at("$.state")).isEqualTo("NOT_COVERED");
        Message declined = Topics.awaitEvent("claims", "claims.quote-declined.v1", claim);
        assertThat(declined.<String>at("$.reason")).isEqualTo("REFUSED");
        Answer late = answer("acceptance", 1);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.<String>at("$.type")).isEqualTo("urn:aftersales:problem:quote-refused");
        assertThat(answer("refusal", 1).status()).isEqualTo(200);
    }

    @Test
    void letsStaffAnswerForACustomerWhoToldThemAndNobodyElse() {
        // Given
        quoted();

        // When
        Answer silent = api.as(People.ANNA).post(path("/quote/acceptance"), "{\"quote\":1}");
        Answer pretended = api.as(People.MARIA).post(path("/quote/acceptance"), onBehalf());
        Answer accepted = api.as(People.ANNA).post(path("/quote/acceptance"), onBehalf());

        // Then
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.<String>at("$.type")).isEqualTo("urn:aftersales:problem:on-behalf-needed");
        assertThat(pretended.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-on-behalf");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(accepted.<String>at("$.quotes[0].takenDown.reason")).isEqualTo("Maria called");
        assertThat(quotes().<String>at("$.quotes[0].takenDown.channel")).isEqualTo("PHONE");
        assertThat(quotes().text()).doesNotContain("Maria called");
        assertThat(notes("QUOTE_ACCEPTED")).containsExactly("quote 1, PHONE");
        Message told = Topics.awaitEvent("claims", "claims.quote-accepted.v1", claim);
        assertThat(told.<String>at("$.heardBy")).isEqualTo("PHONE");
        assertThat(told.text()).doesNotContain("Maria");
    }

    private static String onBehalf() {
        return "{\"quote\":1,\"onBehalf\":{\"channel\":\"PHONE\",\"reason\":\"Maria called\"}}";
    }

    @Test
    void letsAQuoteExpireOnceAndRefusesTheLateAcceptance() {
        // Given
        quoted();

        // When
        sweepIn(Duration.ofDays(29));
        String before = given.state(claim);
        sweepIn(Duration.ofDays(32));
        sweepIn(Duration.ofDays(33));

        // Then
        assertThat(before).isEqualTo("QUOTED");
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");
        assertThat(happenings()).containsOnlyOnce("QUOTE_EXPIRED");
        Message declined = Topics.awaitEvent("claims", "claims.quote-declined.v1", claim);
        assertThat(declined.<String>at("$.reason")).isEqualTo("EXPIRED");
        Instant expired =
                Instant.parse(quotes().<String>at("$.quotes[0].validUntil")).plusMillis(1);
        assertThat(Instant.parse(declined.headers().get("ce_time"))).isEqualTo(expired);
        assertThat(given.timeline(claim).<List<String>>at("$.entries[?(@.what == 'QUOTE_EXPIRED')].time"))
                .extracting(Instant::parse)
                .containsExactly(expired);
        Answer late = answer("acceptance", 1);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.<String>at("$.type")).isEqualTo("urn:aftersales:problem:quote-expired");
        assertThat(late.<String>at("$.detail")).contains("quote-request");
        assertThat(late.<String>at("$.validUntil")).isNotEmpty();
    }

    @Test
    void aClaimThatCannotBeReadKeepsNoOtherQuoteOpen() {
        // Given: valid as long as the other, and of a form that nobody knows
        quoted();
        String bad = claim;
        MongoCollection<Document> stored = database.getCollection("claims");
        Object lines =
                stored.find(eq("_id", bad)).first().get("state", Document.class).get("lines");
        stored.updateOne(eq("_id", bad), set("state.lines", "none"));
        try {
            aClaimInDiagnosisAndATariff();
            quoted();

            // When
            sweepIn(Duration.ofDays(32));

            // Then
            assertThat(happenings()).containsOnlyOnce("QUOTE_EXPIRED");
        } finally {
            stored.updateOne(eq("_id", bad), set("state.lines", lines));
        }
    }

    @Test
    void replacesAnOpenQuoteAndKeepsItInTheHistory() {
        // Given
        quoted();

        // When
        Answer issued = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1],"price":{"amount":"10","currency":"USD"}}]}""");

        // Then
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(quotes().<List<String>>at("$.quotes[*].state")).containsExactly("REPLACED", "OPEN");
        assertThat(quotes().<Integer>at("$.quotes[0].replacedBy")).isEqualTo(2);
        assertThat(given.claim(claim).<List<String>>at("$.lines[*].state")).containsExactly("QUOTED", "NOT_COVERED");
        assertThat(answer("acceptance", 1).<String>at("$.type")).isEqualTo("urn:aftersales:problem:quote-replaced");
        assertThat(answer("acceptance", 2).<String>at("$.quotes[1].state")).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesWhatBreaksTheFeeModelAndNamesEachRule() {
        // Given
        quoted();

        // When
        Answer refused = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1],"price":{"amount":"12.36","currency":"USD"}},
                          {"type":"DOOR_TO_DOOR","lines":[1]},
                          {"type":"PARTS","part":"Q-none","lines":[1]}]}""");

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<List<String>>at("$.errors[*].rule"))
                .containsExactly("above-tariff", "line-type", "no-tariff-price");
        assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("items[0].price");
        assertThat(quotes().<List<String>>at("$.quotes[*].state")).containsExactly("OPEN");
    }

    @Test
    void quotesNoLineThatIsNotAnswered() {
        Answer tooEarly = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1]}]}""");
        Answer unknown = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[9]}]}""");

        assertThat(tooEarly.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-quotable");
        assertThat(unknown.<String>at("$.type")).isEqualTo("urn:aftersales:problem:line-unknown");
    }

    @Test
    void onlyTheCustomersOwnCompanyAnswers() {
        // Given
        quoted();

        // When
        Answer other = api.as(People.CHEN).post(path("/quote/acceptance"), "{\"quote\":1}");

        // Then
        assertThat(other.status()).isEqualTo(404);
        assertThat(api.as(People.CHEN).get(path("/quote")).status()).isEqualTo(404);
        assertThat(api.as(People.FRIDA).get(path("/quote")).status()).isEqualTo(404);
        assertThat(api.as(People.FELIX).get(path("/quote")).status()).isEqualTo(200);
        assertThat(answer("acceptance", 7).<String>at("$.type")).isEqualTo("urn:aftersales:problem:quote-unknown");
        assertThat(given.state(claim)).isEqualTo("QUOTED");
    }

    @Test
    void countsOnlyTheWholeAmountOfAPaymentProviderAndOnce() {
        // Given
        quoted();
        answer("acceptance", 1);

        // When
        events.paid("payment-one", 1, "pay-1", "49.39", "USD");
        events.paid("payment-one", 1, "pay-2", "49.40", "EUR");
        events.paid("carrier-one", 1, "pay-3", "49.40", "USD");
        events.paid("payment-one", 9, "pay-4", "49.40", "USD");
        events.paid("payment-one", 1, "pay-5", "49.40", "USD");
        awaitQuote(1, "PAID");
        events.paid("payment-one", 1, "pay-5", "49.40", "USD");
        events.paid("payment-one", 1, "pay-6", "49.40", "USD");
        handledSoFar();

        // Then
        assertThat(notes("PAYMENT_NOT_APPLIED"))
                .containsExactly(
                        "pay-1 49.39 USD WRONG_AMOUNT",
                        "pay-2 49.40 EUR WRONG_CURRENCY",
                        "pay-3 49.40 USD NO_PAYMENT_PROVIDER",
                        "pay-4 49.40 USD NO_SUCH_QUOTE",
                        "pay-6 49.40 USD QUOTE_PAID");
        assertThat(notes("PAYMENT_RECEIVED")).containsExactly("pay-5");
        Message paid = Topics.awaitEvent("claims", "claims.quote-paid.v1", claim);
        assertThat(paid.<String>at("$.amount.amount")).isEqualTo("49.40");
        assertThat(Topics.about(claim, "partner-events.dead-letters")).isEmpty();
    }

    @Test
    void listsPaymentsThatPayForNothingUntilSomebodyHasSettledThem() {
        // Given
        quoted();
        answer("acceptance", 1);
        String one = unique("pay");
        String two = unique("pay");
        events.paid("payment-one", 1, one, "49.39", "USD");
        events.paid("payment-one", 9, two, "49.40", "USD");
        events.paid("payment-one", 1, one, "49.39", "USD");
        handledSoFar();

        // When
        List<String> listed = unapplied(People.FELIX);
        Answer settled = settle(People.FELIX, 1, "Given back on 20 November.");
        Answer again = settle(People.FELIX, 1, "Given back on 20 November.");
        Answer otherwise = settle(People.VIKTOR, 1, "Booked by hand.");

        // Then
        assertThat(listed).containsExactly(two, one);
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(settled.text());
        assertThat(otherwise.<String>at("$.type")).isEqualTo("urn:aftersales:problem:payment-settled");
        assertThat(settle(People.FELIX, 3, "None.").status()).isEqualTo(404);
        assertThat(settle(People.FRIDA, 2, "Not mine.").status()).isEqualTo(404);
        assertThat(unapplied(People.VIKTOR)).containsExactly(two);
        assertThat(unapplied(People.FRIDA)).isEmpty();
        Answer quotes = quotes();
        assertThat(quotes.<List<String>>at("$.unappliedPayments[*].reason"))
                .containsExactly("WRONG_AMOUNT", "NO_SUCH_QUOTE");
        assertThat(quotes.<List<String>>at("$.unappliedPayments[*].expected.amount"))
                .containsExactly("49.40");
        assertThat(quotes.<List<String>>at("$.unappliedPayments[*].received.amount"))
                .containsExactly("49.39", "49.40");
        assertThat(quotes.<List<String>>at("$.unappliedPayments[*].settled.by")).containsExactly("felix");
        assertThat(quotes.text()).doesNotContain("Given back");
        assertThat(notes("PAYMENT_SETTLED")).containsExactly(one);
        assertThat(given.timeline(claim).text()).doesNotContain("Given back");
    }

    @Test
    void aPaymentThatIsToldAnewForItsQuoteNoLongerWaits() {
        // Given
        quoted();
        answer("acceptance", 1);
        String payment = unique("pay");
        events.paid("payment-one", 9, payment, "49.40", "USD");
        handledSoFar();
        List<String> before = unapplied(People.FELIX);

        // When
        events.paid("payment-one", 1, payment, "49.40", "USD");
        awaitQuote(1, "PAID");

        // Then
        assertThat(before).containsExactly(payment);
        assertThat(unapplied(People.FELIX)).isEmpty();
        assertThat(quotes().<List<Integer>>at("$.unappliedPayments[*].settled.quote"))
                .containsExactly(1);
    }

    @Test
    void pagesClaimsWithUnappliedPayments() {
        // Given
        List<String> payments = List.of(unique("pay"), unique("pay"), unique("pay"));
        for (String payment : payments) {
            claim = given.admitted(unique("S"));
            events = GivenEvents.of(claim);
            events.paid("payment-one", 1, payment, "1.00", "USD");
            handledSoFar();
        }

        // When
        List<String> listed = new ArrayList<>();
        String path = "/api/v1/payments?state=UNAPPLIED&limit=1";
        for (String next = path; next != null; ) {
            Answer page = api.as(People.FELIX).get(next);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            listed.addAll(page.<List<String>>at("$.items[*].paymentId"));
            List<String> cursor = page.at("$..next");
            next = cursor.isEmpty() ? null : path + "&cursor=" + cursor.getFirst();
        }

        // Then
        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(payments.reversed());
    }

    @Test
    void listsAPaymentForAnothersClaimForTheVendorThatItWasToldForOnly() {
        // Given
        String payment = unique("pay-");

        // When
        GivenEvents.of(claim, "shops").paid("payment-one", 1, payment, "49.40", "USD");
        GivenEvents.of(claim, "shops").paid("payment-one", 1, payment, "49.40", "USD");
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(unapplied(People.QIU)).containsExactly(payment));
        String settlement = api.as(People.QIU)
                .get("/api/v1/payments?state=UNAPPLIED&limit=200")
                .<List<String>>at("$.items[?(@.paymentId == '" + payment + "')].settlement")
                .getFirst();
        Answer foreign = api.as(People.FELIX).post(settlement, "{\"reason\":\"given back\"}");
        Answer settled = api.as(People.QIU).post(settlement, "{\"reason\":\"given back\"}");

        // Then
        assertThat(unapplied(People.FELIX)).isEmpty();
        assertThat(happenings()).doesNotContain("PAYMENT_NOT_APPLIED");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        assertThat(settled.<String>at("$.reason")).isEqualTo("NO_SUCH_CLAIM");
        assertThat(unapplied(People.QIU)).isEmpty();
    }

    /** Of this test's claim, as they are listed. */
    private List<String> unapplied(People person) {
        return api.as(person)
                .get("/api/v1/payments?state=UNAPPLIED&limit=200")
                .at("$.items[?(@.claimId == '" + claim + "')].paymentId");
    }

    private Answer settle(People person, int payment, String reason) {
        return api.as(person).post(path("/payments/" + payment + "/settlement"), "{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void keepsAPaymentThatComesBeforeTheAcceptance() {
        // Given
        quoted();

        // When
        events.paid("payment-one", 1, "pay-early", "49.40", "USD");
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(happenings()).contains("PAYMENT_HELD"));
        Answer accepted = answer("acceptance", 1);

        // Then
        assertThat(accepted.<String>at("$.quotes[0].state")).isEqualTo("PAID");
        Topics.awaitEvent("claims", "claims.quote-paid.v1", claim);
    }

    @Test
    void a13DiagnosesAnExpiredLineForItsQuoteWhenTheCustomerAsks() {
        // Given
        String serial = unique("S");
        claim = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial))
                .at("$.id");
        events = GivenEvents.of(claim);
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");

        // When
        Answer requested = api.as(People.MARIA).post(path("/quote-request"), "{}");
        api.as(People.MARIA).post(path("/quote-request"), "{}");
        List<String> waitedFor = waitedFor(serial);
        Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
        events.concluded(2, "WORKMANSHIP", true, Route.PARTS, PARTS, 1);

        // Then
        assertThat(requested.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        assertThat(requested.<String>at("$.lines[0].quoteRequested")).isNotEmpty();
        assertThat(waitedFor).containsExactly(claim);
        awaitState("QUOTED");
        assertThat(quotes().<String>at("$.quotes[0].clause")).isEqualTo("A1.3");
        assertThat(quotes().<String>at("$.quotes[0].total.amount")).isEqualTo("24.70");
        assertThat(waitedFor(serial)).isEmpty();
        assertThat(given.claim(claim).<List<String>>at("$.lines[*].quoteRequested"))
                .isEmpty();
        assertThat(happenings()).containsOnlyOnce("QUOTE_REQUESTED");
        Message asked = Topics.awaitEvent("claims", "claims.quote-requested.v1", claim);
        assertThat(asked.<List<Integer>>at("$.lines")).containsExactly(1);
        assertThat(asked.<List<Integer>>at("$.diagnosed")).containsExactly(1);
        Answer again = api.as(People.MARIA).post(path("/quote-request"), "{}");
        assertThat(again.<String>at("$.type")).isEqualTo("urn:aftersales:problem:nothing-to-quote");
    }

    @Test
    void tellsTheAnswerOnceWhereALookForAQuoteFindsTheSame() {
        // Given
        String serial = unique("S");
        claim = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial))
                .at("$.id");
        events = GivenEvents.of(claim);
        api.as(People.MARIA).post(path("/quote-request"), "{}");

        // When
        events.concluded(2, "WORKMANSHIP", true, Route.PARTS, PARTS, 1);
        awaitState("QUOTED");

        // Then
        assertThat(coverageTold()).hasSize(2);
        assertThat(coverageTold().getFirst().<List<Boolean>>at("$.lines[*].toldBefore"))
                .isEmpty();
        assertThat(coverageTold().getLast().<List<Boolean>>at("$.lines[*].toldBefore"))
                .containsExactly(true);
    }

    @Test
    void tellsTheAnswerAnewWhereALookForAQuoteFindsMoreAgainstIt() {
        // Given
        String serial = unique("S");
        claim = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial))
                .at("$.id");
        events = GivenEvents.of(claim);
        api.as(People.MARIA).post(path("/quote-request"), "{}");

        // When
        events.concluded(2, "WATER_INGRESS", true, Route.PARTS, PARTS, 1);
        awaitState("QUOTED");

        // Then
        assertThat(coverageTold()).hasSize(2).allSatisfy(told -> assertThat(
                        told.<List<Boolean>>at("$.lines[*].toldBefore"))
                .isEmpty());
    }

    @Test
    void saysWhichQuotesStaffAreWaitedForWhereNothingIsLeftToFindOut() {
        // Given
        String serial = unique("S");
        claim = given.admitted(serial);
        events = GivenEvents.of(claim);
        events.concluded(2, "WATER_INGRESS", true, Route.PARTS, List.of(new PartQuantity("Q-none", 1)), 1);
        awaitState("NOT_COVERED");

        // When
        Answer requested = api.as(People.MARIA).post(path("/quote-request"), "{}");
        Answer again = api.as(People.MARIA).post(path("/quote-request"), "{}");
        List<String> waitedFor = waitedFor(serial);
        List<String> reasons = api.as(People.ANNA)
                .get("/api/v1/claims?quote=REQUESTED&serial=" + serial)
                .at("$.items[*].quoteWaits[*].unpriced[*].reason");
        Answer issued = issue("""
                {"items":[{"type":"PARTS","part":"Q-1","lines":[1]}]}""");

        // Then
        assertThat(requested.<String>at("$.state")).isEqualTo("NOT_COVERED");
        assertThat(reasons).containsExactly("NO_TARIFF_PRICE");
        assertThat(requested.<List<String>>at("$.lines[0].unpriced[*].part")).containsExactly("Q-none");
        assertThat(notes("QUOTE_UNPRICED")).containsExactly("PARTS Q-none NO_TARIFF_PRICE");
        assertThat(again.text()).isEqualTo(requested.text());
        assertThat(happenings()).containsOnlyOnce("QUOTE_REQUESTED");
        assertThat(waitedFor).containsExactly(claim);
        assertThat(Topics.awaitEvent("claims", "claims.quote-requested.v1", claim)
                        .text())
                .doesNotContain("diagnosed", "maria", "nordwind");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(waitedFor(serial)).isEmpty();
        answer("refusal", 1);
        assertThat(waitedFor(serial)).isEmpty();
    }

    @Test
    void a13QuotesAnewByItselfWhenTheCustomerAsksAfterARefusal() {
        // Given
        quoted();
        answer("refusal", 1);
        awaitState("NOT_COVERED");

        // When
        Answer requested = api.as(People.MARIA).post(path("/quote-request"), "{}");

        // Then
        assertThat(requested.status()).as(requested.toString()).isEqualTo(200);
        awaitQuote(2, "OPEN");
        assertThat(quotes().<List<String>>at("$.quotes[?(@.number == 2)].total.amount"))
                .containsExactly("49.40");
        assertThat(given.claim(claim).<List<String>>at("$.lines[*].quoteRequested"))
                .isEmpty();
    }

    @Test
    void a13QuotesAnewByItselfWhenTheCustomerAsksAfterTheExpiry() {
        // Given
        quoted();
        sweepIn(Duration.ofDays(32));

        // When
        api.as(People.MARIA).post(path("/quote-request"), "{}");

        // Then
        awaitQuote(2, "OPEN");
    }

    @Test
    void quotesNothingForARequestThatIsHeardTwiceOrLate() {
        // Given
        quoted();
        answer("refusal", 1);
        api.as(People.MARIA).post(path("/quote-request"), "{}");
        awaitQuote(2, "OPEN");
        Topics.awaitEvent("claims", "claims.quote-requested.v1", claim);

        // When
        offers.offerAsked(requestedAgain(), claim, Set.of(1, 2));
        answer("refusal", 2);
        offers.offerAsked(requestedAgain(), claim, Set.of(1, 2));

        // Then
        assertThat(quotes().<List<Integer>>at("$.quotes[*].number")).containsExactlyInAnyOrder(1, 2);
    }

    private Received<QuoteRequested> requestedAgain() {
        Instant at = Instant.now();
        QuoteRequested said =
                new QuoteRequested(claim, "exporter", new CustomerRef("cus-1", 1), List.of(1, 2), null, at);
        return new Received<>(
                said, "test", unique("evt"), "claims.quote-requested.v1", Topic.CLAIMS, claim, 90L, at, "exporter");
    }

    private List<Message> coverageTold() {
        return Topics.about(claim, "claims").stream()
                .filter(message -> message.type().equals("claims.coverage-decided.v1"))
                .toList();
    }

    private List<String> waitedFor(String serial) {
        return api.as(People.ANNA)
                .get("/api/v1/claims?quote=REQUESTED&serial=" + serial)
                .at("$.items[*].id");
    }

    private void excluded(Route route, Integer... lines) {
        excluded(2, route, lines);
    }

    private void excluded(long sequence, Route route, Integer... lines) {
        events.concluded(sequence, "WATER_INGRESS", true, route, PARTS, lines);
    }

    /** Both lines, for 49.40 USD. */
    private void quoted() {
        excluded(Route.PARTS, 1, 2);
        awaitState("QUOTED");
    }

    private Answer answer(String what, int quote) {
        return api.as(People.MARIA).post(path("/quote/" + what), "{\"quote\":" + quote + "}");
    }

    private Answer issue(String body) {
        return api.as(People.ANNA).post(path("/quote"), body);
    }

    private Answer quotes() {
        return api.as(People.MARIA).get(path("/quote"));
    }

    private String path(String rest) {
        return "/api/v1/claims/" + claim + rest;
    }

    private void sweepIn(Duration later) {
        Instant now = Instant.now().plus(later);
        // What other tests have just said is still being heard.
        await().atMost(Topics.PATIENCE).until(() -> backlog.heardUntil(now).isPresent());
        new QuoteSweep(claims, backlog, Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry()).run();
    }

    private void awaitState(String state) {
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo(state));
    }

    private void awaitQuote(int number, String state) {
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(
                        quotes().<List<String>>at("$.quotes[?(@.number == " + number + ")].state"))
                .containsExactly(state));
    }

    private static void handledSoFar() {
        Stream.of(Topic.DIAGNOSIS, Topic.LOGISTICS, Topic.PARTNER_EVENTS).forEach(Lag::awaitNone);
    }

    private List<String> happenings() {
        return given.timeline(claim).at("$.entries[*].what");
    }

    private List<String> notes(String what) {
        return given.timeline(claim).at("$.entries[?(@.what == '" + what + "')].note");
    }
}
