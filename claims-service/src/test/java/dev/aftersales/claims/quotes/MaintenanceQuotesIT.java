package dev.aftersales.claims.quotes;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.AgreementEntry;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class MaintenanceQuotesIT {

    /** The last day of a year that has begun. */
    private static final LocalDate LAST_DAY = LocalDate.now(ZoneOffset.UTC).plusMonths(6);

    private static final String THIS_YEAR =
            "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(LAST_DAY.plusDays(1).minusYears(1), LAST_DAY.plusDays(1));

    @LocalServerPort
    int port;

    private Api api;
    private String number;
    private String serial;

    @Autowired
    MaintenanceQuotes quotes;

    @Autowired
    Agreements agreements;

    @Autowired
    AcceptMaintenance accepting;

    @Autowired
    DeclineMaintenance declining;

    @Autowired
    AggregatesFactory aggregates;

    @BeforeEach
    void aContractWithPrices() {
        api = Api.at(port);
        number = unique("M");
        serial = unique("S");
        Answer entered = api.as(People.YARA).put("/api/v1/contracts/" + number, """
            {"organisation":"metroline","shipments":[{"documents":[
              {"kind":"PROJECT_ACCEPTANCE","number":"PA-1","date":"2024-01-10"}],"units":[
              {"serial":"%s","model":"CAM","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}}]}]}\
            """.formatted(serial));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @Test
    void example40E61CapsTheFeeOfAYear() {
        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.<String>at("$.cap.amount")).isEqualTo("16.66");
        assertThat(answer.<String>at("$.fee.amount")).isEqualTo("16.66");
        assertThat(answer.<String>at("$.clause")).isEqualTo("E6.1");
    }

    @Test
    void quotesAUnitInWhateverLettersItsSerialIsTyped() {
        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\",\"serials\":[\"%s\",\"%s \"]}"
                .formatted(serial.toLowerCase(Locale.ROOT), serial));

        assertThat(answer.<List<String>>at("$.serials")).as(answer.toString()).containsExactly(serial);
    }

    @Test
    void e61RefusesAFeeAboveIt() {
        Answer answer = quote("""
            {"from":"2026-01-01","until":"2027-01-01","fee":{"amount":"16.67","currency":"CNY"}}\
            """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:above-cap");
        assertThat(answer.<String>at("$.clause")).isEqualTo("E6.1");
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({
        // Before the project was accepted, in the free year, and on its last day.
        "2020-01-01, 2021-01-01",
        "2024-06-01, 2025-06-01",
        "2025-01-10, 2026-01-10"
    })
    void e61RefusesToBePaidForWhatIsStillFree(LocalDate from, LocalDate until) {
        Answer answer = quote("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:in-free-term");
        assertThat(answer.<String>at("$.clause")).isEqualTo("E6.1");
        assertThat(answer.<String>at("$.firstPossible")).isEqualTo("2025-01-11");
    }

    @Test
    void e61QuotesFromTheDayAfterTheTerm() {
        assertThat(quote("{\"from\":\"2025-01-11\",\"until\":\"2026-01-11\"}").status())
                .isEqualTo(201);
    }

    @Test
    void quotesNothingWhileNobodyKnowsWhenTheFreeTermEnds() {
        api.as(People.YARA).put("/api/v1/contracts/" + number, """
            {"organisation":"metroline","shipments":[{"billOfLading":"BL-1","date":"2024-01-10","units":[
              {"serial":"%s","model":"CAM","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}}]}]}\
            """.formatted(serial));

        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:term-unknown");
        assertThat(answer.<String>at("$.serial")).isEqualTo(serial);
    }

    @Test
    void e61QuotesNoDayThatIsPaidAlready() {
        // Given
        accept(People.PAUL, quote(THIS_YEAR).at("$.id"));

        // When
        Answer refused = quote("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(LAST_DAY, LAST_DAY.plusYears(1)));
        Answer after =
                quote("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(LAST_DAY.plusDays(1), LAST_DAY.plusYears(1)));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:maintained-already");
        assertThat(refused.<String>at("$.clause")).isEqualTo("E6.1");
        assertThat(refused.<String>at("$.firstPossible"))
                .isEqualTo(LAST_DAY.plusDays(1).toString());
        assertThat(after.status()).as(after.toString()).isEqualTo(201);
    }

    @Test
    void refusesATimeThatNothingIsMaintainedFor() {
        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"+999999999-12-31\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.field")).isEqualTo("until");
    }

    @Test
    void quotesNothingWhereThePolicySetsNoCap() {
        String other = unique("M");
        api.as(People.VIKTOR).put("/api/v1/contracts/" + other, """
            {"organisation":"northwind","shipments":[{"billOfLading":"BL-1","date":"2024-01-10","units":[
              {"serial":"%s","model":"CX-200","itemClass":"MAIN_UNIT","price":{"amount":"10","currency":"USD"}}]}]}\
            """.formatted(unique("S")));

        Answer answer = api.as(People.FELIX).post("/api/v1/contracts/" + other + "/maintenance-quotes", """
            {"from":"2026-01-01","until":"2027-01-01"}\
            """);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:no-cap");
    }

    @Test
    void e62ServesInAnAcceptedYearAsInTheTerm() {
        // Given
        String id = quote(THIS_YEAR).at("$.id");
        Answer before = entitlements();

        // When
        Answer accepted = accept(People.PAUL, id);
        Answer again = accept(People.PAUL, id);

        // Then
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(accepted.text());
        assertThat(accepted.<String>at("$.agreement")).isEqualTo("/api/v1/agreements/" + id);
        Answer agreement = api.as(People.PAUL).get("/api/v1/agreements/" + id);
        assertThat(agreement.<String>at("$.kind")).isEqualTo("PAID_YEAR");
        assertThat(agreement.<String>at("$.quote")).isEqualTo(id);
        assertThat(agreement.<String>at("$.until")).isEqualTo(LAST_DAY.toString());
        assertThat(agreements.find("project", id).orElseThrow().entries()).hasSize(1);
        assertThat(before.<List<Boolean>>at("$.items[?(@.clause == 'E5.3')].available"))
                .containsExactly(false);
        assertThat(entitlements().<List<Boolean>>at("$.items[?(@.clause == 'E5.3')].available"))
                .containsExactly(true);
    }

    @Test
    void maintainsNoUnitThatCameAfterTheQuoteAndWasNotPriced() {
        // Given
        Answer quoted = quote(THIS_YEAR);
        String later = unique("S");
        Answer again = api.as(People.YARA).put("/api/v1/contracts/" + number, """
            {"organisation":"metroline","shipments":[{"documents":[
              {"kind":"PROJECT_ACCEPTANCE","number":"PA-1","date":"2024-01-10"}],"units":[
              {"serial":"%s","model":"CAM","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}},
              {"serial":"%s","model":"CAM","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}}]}]}\
            """.formatted(serial, later));
        assertThat(again.status()).as(again.toString()).isEqualTo(200);

        // When
        accept(People.PAUL, quoted.at("$.id"));

        // Then
        assertThat(quoted.<List<String>>at("$.serials")).containsExactly(serial);
        assertThat(agreements.find("project", quoted.at("$.id")).orElseThrow().serials())
                .containsExactly(serial);
        assertThat(entitlements().<List<Boolean>>at("$.items[?(@.clause == 'E5.3')].available"))
                .containsExactly(true);
        assertThat(api.as(People.PAUL)
                        .get("/api/v1/units/" + later + "/entitlements")
                        .<List<Boolean>>at("$.items[?(@.clause == 'E5.3')].available"))
                .containsExactly(false);
    }

    @Test
    void quotesTheSameOnceADay() {
        Answer first = quote(THIS_YEAR);
        Answer again = quote(THIS_YEAR);

        assertThat(List.of(first.status(), again.status())).containsExactly(201, 200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void maintainsNoUnitTwiceInATime() {
        // Given
        String first = quote(THIS_YEAR).at("$.id");
        String second = quote("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(LAST_DAY, LAST_DAY.plusYears(1)))
                .at("$.id");
        accept(People.PAUL, first);

        // When
        Answer refused = accept(People.PAUL, second);

        // Then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:maintained-already");
        assertThat(agreements.find("project", second)).isEmpty();
    }

    /** As at one instant: whoever comes second has read before the first wrote an agreement. */
    @Test
    void maintainsNoUnitTwiceInATimeThatIsTakenAtTheSameInstant() {
        // Given
        MaintainedTimes times = new MaintainedTimes(aggregates);
        Agreement first = paid("mq-1-" + number, "2030-01-01", "2030-12-31");
        Agreement second = paid("mq-2-" + number, "2030-12-31", "2031-12-30");
        Agreement later = paid("mq-3-" + number, "2031-01-01", "2031-12-31");

        // When
        MaintainedTimes.Taking taken = times.take(first, List::of);
        MaintainedTimes.Taking again = times.take(paid("mq-1-" + number, "2030-01-01", "2030-12-31"), List::of);
        MaintainedTimes.Taking met = times.take(second, List::of);
        MaintainedTimes.Taking free = times.take(later, List::of);

        // Then
        assertThat(taken).isEqualTo(new MaintainedTimes.Taking.Taken(first));
        assertThat(again).isEqualTo(taken);
        assertThat(met).isEqualTo(new MaintainedTimes.Taking.Met(first));
        assertThat(free).isEqualTo(new MaintainedTimes.Taking.Taken(later));
    }

    /** As at one instant: neither has seen the other's agreement when it takes its time. */
    @Test
    void ofAPaidYearThatStaffEnterAndAnAcceptedQuoteThatMeetOnlyTheFirstStands() {
        // Given
        MaintainedTimes times = new MaintainedTimes(aggregates);
        Agreement quoted = paid("mq-1-" + number, "2030-01-01", "2030-12-31");
        Agreement meetsIt = entered("PY-1", "2030-12-31", "2031-06-30");
        Agreement entered = entered("PY-1", "2031-01-01", "2031-06-30");
        Agreement meetsThat = paid("mq-2-" + number, "2031-06-30", "2031-12-31");

        // When
        MaintainedTimes.Taking first = times.take(quoted, List::of);
        Optional<Agreement> refused = times.take(meetsIt);
        Optional<Agreement> taken = times.take(entered);
        Optional<Agreement> again = times.take(entered);
        MaintainedTimes.Taking second = times.take(meetsThat, List::of);
        times.giveBack(entered);
        MaintainedTimes.Taking free = times.take(meetsThat, List::of);

        // Then
        assertThat(first).isEqualTo(new MaintainedTimes.Taking.Taken(quoted));
        assertThat(refused).contains(quoted);
        assertThat(taken).isEmpty();
        assertThat(again).isEmpty();
        assertThat(second).isEqualTo(new MaintainedTimes.Taking.Met(entered));
        assertThat(free).isEqualTo(new MaintainedTimes.Taking.Taken(meetsThat));
    }

    @Test
    void letsStaffEnterNoPaidYearThatMeetsAnAcceptedQuote() {
        // Given
        accept(People.PAUL, quote(THIS_YEAR).at("$.id"));

        // When
        Answer refused = enter(LAST_DAY);
        Answer entered = enter(LAST_DAY.plusDays(1));
        Answer quoted =
                quote("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(LAST_DAY.plusDays(1), LAST_DAY.plusDays(2)));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:maintained-already");
        assertThat(agreements.find("project", "PY-" + number).orElseThrow().from())
                .isEqualTo(LAST_DAY.plusDays(1));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(quoted.<String>at("$.type")).isEqualTo("urn:aftersales:problem:maintained-already");
    }

    private Answer enter(LocalDate from) {
        return api.as(People.YARA)
                .put("/api/v1/agreements/PY-" + number, """
            {"kind":"PAID_YEAR","contract":"%s","from":"%s","until":"%s"}\
            """.formatted(number, from, from.plusYears(1)));
    }

    private Agreement entered(String agreement, String from, String until) {
        return new Agreement(
                "project",
                agreement,
                AgreementKind.PAID_YEAR,
                number,
                List.of(),
                LocalDate.parse(from),
                LocalDate.parse(until),
                null,
                null,
                List.of(new AgreementEntry("yara", Instant.parse("2026-06-05T02:00:00Z"))));
    }

    /** As at one instant: each has read the quote before the other wrote. */
    @Test
    void isNotBothAcceptedAndDeclinedAtTheSameInstant() {
        // Given
        MaintenanceQuote declined = offered(THIS_YEAR);
        MaintenanceQuote accepted = offered("{\"from\":\"2035-01-01\",\"until\":\"2036-01-01\"}");

        // When
        DeclineMaintenance.Outcome first = declining.decline(declined, "paul");
        AcceptMaintenance.Outcome late = accepting.accept(declined, "paul");
        AcceptMaintenance.Outcome taken = accepting.accept(accepted, "paul");
        DeclineMaintenance.Outcome after = declining.decline(accepted, "paul");

        // Then
        assertThat(first).isInstanceOf(DeclineMaintenance.Outcome.Declined.class);
        assertThat(late).isInstanceOf(AcceptMaintenance.Outcome.Declined.class);
        assertThat(agreements.find("project", declined.id())).isEmpty();
        assertThat(taken).isInstanceOf(AcceptMaintenance.Outcome.Agreed.class);
        assertThat(after).isEqualTo(new DeclineMaintenance.Outcome.Accepted(accepted.id()));
        assertThat(quotes.find("project", number, accepted.id()).orElseThrow().declined())
                .isNull();
    }

    /** The agreement of an acceptance that died does not stand yet: only the time that it took tells of it. */
    @Test
    void declinesNoQuoteWhoseTimeIsTaken() {
        // Given
        MaintenanceQuote quote = offered("{\"from\":\"2037-01-01\",\"until\":\"2038-01-01\"}");
        new MaintainedTimes(aggregates).take(paid(quote.id(), "2037-01-01", "2037-12-31"), List::of);

        // When
        Answer refused = decline(People.PAUL, quote.id());

        // Then
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:quote-accepted");
        assertThat(agreements.find("project", quote.id())).isPresent();
    }

    private MaintenanceQuote offered(String body) {
        return quotes.find("project", number, quote(body).at("$.id")).orElseThrow();
    }

    @Test
    void finishesAnAcceptanceThatDiedBeforeItsAgreementStood() {
        // Given
        String id = quote("{\"from\":\"2031-01-01\",\"until\":\"2032-01-01\"}").at("$.id");
        Agreement died = paid("mq-died-" + number, "2031-06-01", "2031-12-31");
        new MaintainedTimes(aggregates).take(died, List::of);

        // When
        Answer met = accept(People.PAUL, id);

        // Then
        assertThat(met.status()).isEqualTo(409);
        assertThat(met.<String>at("$.type")).isEqualTo("urn:aftersales:problem:maintained-already");
        assertThat(agreements.find("project", died.number())).contains(died);
    }

    private Agreement paid(String quote, String from, String until) {
        return new Agreement(
                "project",
                quote,
                AgreementKind.PAID_YEAR,
                number,
                List.of(),
                LocalDate.parse(from),
                LocalDate.parse(until),
                null,
                quote,
                List.of(new AgreementEntry("paul", Instant.parse("2026-06-05T02:00:00Z"))));
    }

    @Test
    void refusesALateAcceptance() {
        // Given
        String id = quote(THIS_YEAR).at("$.id");
        MaintenanceQuote offered = quotes.find("project", number, id).orElseThrow();
        AcceptMaintenance later = new AcceptMaintenance(
                agreements,
                new MaintainedTimes(aggregates),
                Clock.fixed(Objects.requireNonNull(offered.validUntil()).plusMillis(1), ZoneOffset.UTC));

        // When
        AcceptMaintenance.Outcome outcome = later.accept(offered, "paul");

        // Then
        assertThat(outcome).isEqualTo(new AcceptMaintenance.Outcome.Expired(offered.validUntil()));
        assertThat(agreements.find("project", id)).isEmpty();
    }

    @Test
    void onlyTheHolderOfTheContractAcceptsAndNobodyRewritesWhatWasAccepted() {
        // Given
        String id = quote(THIS_YEAR).at("$.id");

        // Then
        assertThat(accept(People.DORA, id).status()).isEqualTo(404);
        assertThat(accept(People.MARIA, id).status()).isEqualTo(404);
        assertThat(accept(People.PAUL, id).status()).isEqualTo(200);
        Answer rewritten = api.as(People.YARA).put("/api/v1/agreements/" + id, """
            {"kind":"PAID_YEAR","contract":"%s","from":"2020-01-01"}\
            """.formatted(number));
        assertThat(rewritten.<String>at("$.type")).isEqualTo("urn:aftersales:problem:bound-to-a-quote");
        assertThat(agreements.find("project", id).orElseThrow().until()).isEqualTo(LAST_DAY);
    }

    @Test
    void listsTheQuotesOfAContractForThoseWhoMaySeeThem() {
        // Given
        String first =
                quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\"}").at("$.id");
        String second =
                quote("{\"from\":\"2026-02-01\",\"until\":\"2027-02-01\"}").at("$.id");
        String third =
                quote("{\"from\":\"2027-01-01\",\"until\":\"2028-01-01\"}").at("$.id");
        accept(People.PAUL, first);
        decline(People.PAUL, second);

        // When
        Answer page = list(People.PAUL, "?limit=2");
        Answer rest = list(People.ROSA, "?limit=2&cursor=" + page.<String>at("$.next"));

        // Then
        List<String> ids = new ArrayList<>(page.<List<String>>at("$.items[*].id"));
        ids.addAll(rest.<List<String>>at("$.items[*].id"));
        assertThat(ids).containsExactlyInAnyOrder(first, second, third);
        assertThat(rest.<List<String>>at("$.items[*].id")).hasSize(1);
        Answer all = list(People.PAUL, "");
        assertThat(all.<List<String>>at("$.items[?(@.id == '%s')].state".formatted(first)))
                .containsExactly("ACCEPTED");
        assertThat(all.<List<String>>at("$.items[?(@.id == '%s')].state".formatted(second)))
                .containsExactly("DECLINED");
        assertThat(all.<List<String>>at("$.items[?(@.id == '%s')].state".formatted(third)))
                .containsExactly("OPEN");
        assertThat(list(People.DORA, "").status()).isEqualTo(404);
    }

    @Test
    void aDeclinedQuoteIsOverAndAnAcceptedOneCannotBeDeclined() {
        // Given
        String declined =
                quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\"}").at("$.id");
        String accepted =
                quote("{\"from\":\"2026-02-01\",\"until\":\"2027-02-01\"}").at("$.id");

        // When
        Answer once = decline(People.PAUL, declined);
        Answer again = decline(People.PAUL, declined);
        accept(People.PAUL, accepted);

        // Then
        assertThat(once.<String>at("$.state")).as(once.toString()).isEqualTo("DECLINED");
        assertThat(again.text()).isEqualTo(once.text());
        assertThat(accept(People.PAUL, declined).<String>at("$.type"))
                .isEqualTo("urn:aftersales:problem:quote-declined");
        assertThat(agreements.find("project", declined)).isEmpty();
        assertThat(decline(People.PAUL, accepted).<String>at("$.type"))
                .isEqualTo("urn:aftersales:problem:quote-accepted");
        assertThat(decline(People.DORA, declined).status()).isEqualTo(404);
    }

    private Answer list(People person, String query) {
        return api.as(person).get("/api/v1/contracts/" + number + "/maintenance-quotes" + query);
    }

    private Answer decline(People person, String id) {
        return api.as(person).post("/api/v1/contracts/" + number + "/maintenance-quotes/" + id + "/refusal", "{}");
    }

    private Answer accept(People person, String id) {
        return api.as(person).post("/api/v1/contracts/" + number + "/maintenance-quotes/" + id + "/acceptance", "{}");
    }

    private Answer entitlements() {
        return api.as(People.PAUL).get("/api/v1/units/" + serial + "/entitlements");
    }

    private Answer quote(String body) {
        return api.as(People.ROSA).post("/api/v1/contracts/" + number + "/maintenance-quotes", body);
    }
}
