package dev.aftersales.claims.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class CalendarsIT {

    private static final String CHINA = "/api/v1/calendars/china";

    private static final String WANTED = "calendars.calendar-year-wanted.v1";

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    private String path;

    @BeforeEach
    void name() {
        path = "/api/v1/calendars/" + GivenClaims.unique("c").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyVendorBeginsWithTheShippedCalendar() {
        // When
        Answer list = as(People.MARIA).get("/api/v1/calendars");
        Answer china = as(People.FRIDA).get(CHINA + "?version=1");

        // Then
        assertThat(list.<List<List<Integer>>>at("$.items[?(@.id == 'china')].years"))
                .containsExactly(List.of(2025, 2026));
        assertThat(china.status()).as(china.toString()).isEqualTo(200);
        assertThat(china.header("ETag")).isEqualTo("\"1\"");
        assertThat(china.<String>at("$.calendar.holidays['2026-02-15'].zh")).isEqualTo("春节");
    }

    @Test
    void tellsWhatEachDayIsAndWhy() {
        // When
        Answer days = as(People.MARIA).get(CHINA + "/days?version=1&from=2026-02-13&to=2026-02-15");
        Answer weekend = as(People.MARIA).get(CHINA + "/days?version=1&from=2026-06-06&to=2026-06-06");

        // Then
        assertThat(days.<List<String>>at("$.items[*].kind")).containsExactly("WORKED", "MAKE_UP", "HOLIDAY");
        assertThat(days.<List<String>>at("$.items[*].name.en")).containsExactly("Spring Festival", "Spring Festival");
        assertThat(days.<List<List<String>>>at("$.items[*].hours"))
                .containsExactly(List.of("09:00-18:00"), List.of("09:00-18:00"), List.of());
        assertThat(weekend.<List<String>>at("$.items[*].kind")).containsExactly("WEEKEND");
    }

    @Test
    void guessesNoYearThatItDoesNotHold() {
        // When
        Answer answer = as(People.MARIA).get(CHINA + "/days?version=1&from=2026-12-31&to=2027-01-01");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:calendar-year-unknown");
        assertThat(answer.<String>at("$.calendar")).isEqualTo("china");
        assertThat(answer.<Integer>at("$.year")).isEqualTo(2027);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, 2026-02-04, 200", "2025-01-01, 2026-02-05, 400", "2025-01-02, 2025-01-01, 400"})
    void shows400DaysAtMost(String from, String to, int status) {
        // When
        Answer answer = as(People.ANNA).get(CHINA + "/days?version=1&from=" + from + "&to=" + to);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }

    /** So long before the last year ends that the calendar holds, however often it is looked, and whatever is entered since. */
    @Test
    void asksOnceForTheNextYearOfACalendarThatAPolicyCountsBy() {
        // Given
        String vendor = GivenClaims.unique("v").toLowerCase(Locale.ROOT);
        lookAhead(vendor, "2026-11-01T15:59:59Z");
        assertThat(calendars.newest(vendor, "china").orElseThrow().missing()).isEmpty();

        // When
        lookAhead(vendor, "2026-11-01T16:00:00Z");
        lookAhead(vendor, "2026-11-02T16:00:00Z");
        calendars.await(vendor, "china", 2027);

        // Then
        assertThat(calendars.newest(vendor, "china").orElseThrow().missing()).containsExactly(2027);
        Message wanted = Topics.awaitEvent("calendars", WANTED, vendor + "/china/1");
        assertThat(wanted.<Integer>at("$.year")).isEqualTo(2027);
        assertThat(wanted.<Boolean>at("$.awaited")).isFalse();
        assertThat(wanted.<String>at("$.beginsAt")).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(wanted.<String>at("$.words.zh")).isEqualTo("中国大陆");

        // When: the new version holds other years than the one that is wanted
        enter(vendor, 1, 2025, 2026, 2028);
        lookAhead(vendor, "2026-12-01T00:00:00Z");
        enter(vendor, 2, 2025, 2026, 2027, 2028);
        lookAhead(vendor, "2026-12-02T00:00:00Z");
        calendars.await(vendor, "china", 2027);
        calendars.await(vendor, "china", 2030);

        // Then
        Message awaited = Topics.awaitEvent("calendars", WANTED, vendor + "/china/3");
        assertThat(awaited.<Integer>at("$.year")).isEqualTo(2030);
        assertThat(awaited.<Boolean>at("$.awaited")).isTrue();
        assertThat(calendars.newest(vendor, "china").orElseThrow().missing()).containsExactly(2030);
        Message entered = Topics.awaitEvent("calendars", "calendars.calendar-version-entered.v1", vendor + "/china/2");
        assertThat(entered.<List<Integer>>at("$.years")).containsExactly(2025, 2026, 2028);
        assertThat(Topics.read("calendars").stream()
                        .filter(message -> message.type().equals(WANTED))
                        .filter(message -> message.subject().startsWith(vendor + "/")))
                .hasSize(2);
    }

    private void lookAhead(String vendor, String now) {
        new YearsAhead(
                        calendars,
                        new OnePolicy(vendor),
                        Duration.ofDays(60),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .run();
    }

    private void enter(String vendor, int follows, Integer... years) {
        CalendarBody china =
                CalendarBody.of(calendars.newest(vendor, "china").orElseThrow().definition());
        Entering entering = calendars.enter(
                vendor,
                "china",
                follows,
                new CalendarBody(
                        china.name(),
                        china.zone(),
                        new TreeSet<>(List.of(years)),
                        china.weekend(),
                        china.holidays(),
                        china.makeUpDays(),
                        china.hours(),
                        china.makeUpHours()),
                null,
                "test",
                "petra");
        assertThat(entering).isInstanceOf(Entering.Entered.class);
    }

    /** Policy A, which counts by the calendar of China, as that vendor's. */
    private record OnePolicy(String vendor) implements Policies {

        @Override
        public Optional<CompiledPolicy> current(String of) {
            return Optional.of(ShippedPacks.policy("A"));
        }

        @Override
        public Optional<CompiledPolicy> version(String policyVersion) {
            return current(vendor);
        }

        @Override
        public boolean isInEffect(CompiledPolicy policy) {
            return true;
        }

        @Override
        public List<CompiledPolicy> versions(String of) {
            return current(of).stream().toList();
        }

        @Override
        public Set<String> vendors() {
            return Set.of(vendor);
        }
    }

    @Test
    void aChangeIsANewVersionAndTheOneBeforeStays() {
        // Given
        Answer first = begin(body("opened", "2026-06-08"));

        // When
        Answer second = follow("\"1\"", body("the day was moved", "2026-06-09"));

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(holidaysOf(as(People.ANNA).get(path))).isEqualTo("2026-06-09");
        assertThat(holidaysOf(as(People.ANNA).get(path + "?version=1"))).isEqualTo("2026-06-08");
        assertThat(as(People.ANNA)
                        .get("/api/v1/calendars")
                        .<List<Integer>>at("$.items[?(@.id == '" + id() + "')].version"))
                .containsExactly(2);
        assertThat(as(People.ANNA).get(path + "?version=3").status()).isEqualTo(404);
    }

    @Test
    void tellsHowAVersionDiffersFromTheOneBefore() {
        // Given
        begin(body("opened", "2026-06-08"));
        follow("\"1\"", body("moved", "2026-06-09"));

        // When
        Answer diff = as(People.MARIA).get(path + "/versions/2/diff");
        Answer back = as(People.ANNA).get(path + "/versions/1/diff?from=2");

        // Then
        assertThat(diff.status()).as(diff.toString()).isEqualTo(200);
        assertThat(diff.<List<String>>at("$.days[*].date")).containsExactly("2026-06-08", "2026-06-09");
        assertThat(diff.<List<String>>at("$.days[*].before.kind")).containsExactly("HOLIDAY", "WORKED");
        assertThat(diff.<List<String>>at("$.days[*].after.kind")).containsExactly("WORKED", "HOLIDAY");
        assertThat(diff.<List<Integer>>at("$.yearsRemoved")).isEmpty();
        assertThat(back.<List<String>>at("$.days[*].before.kind")).containsExactly("WORKED", "HOLIDAY");
    }

    @Test
    void theFirstVersionDiffersFromNone() {
        begin(body("opened", "2026-06-08"));

        assertThat(wrong(as(People.ANNA).get(path + "/versions/1/diff"), 400)).isEqualTo("from required");
        assertThat(wrong(as(People.ANNA).get(path + "/versions/1/diff?from=1"), 400))
                .isEqualTo("from other");
        assertThat(wrong(as(People.ANNA).get(path + "/versions/1/diff?from=7"), 404))
                .isEqualTo("from known");
        assertThat(wrong(as(People.ANNA).get(path + "/versions/2/diff"), 404)).isEqualTo("version known");
        assertThat(as(People.FRIDA).get(path + "/versions/1/diff?from=1").status())
                .isEqualTo(404);
    }

    @Test
    void namesWhatIsWrongWithARequestForDays() {
        assertThat(wrong(as(People.ANNA).get(CHINA + "/days?from=2026-06-01"), 400))
                .isEqualTo("to required");
        assertThat(wrong(as(People.ANNA).get(CHINA + "/days?from=2026-02-30&to=2026-03-01"), 400))
                .isEqualTo("from readable");
        assertThat(wrong(begin(body("opened", "2027-02-30")), 400)).isEqualTo("calendar.holidays.2027-02-30 readable");
    }

    private static String wrong(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.at("$.errors[0].field") + " " + answer.at("$.errors[0].rule");
    }

    @Test
    void losesNobodysChange() {
        // Given
        begin(body("opened", "2026-06-08"));
        follow("\"1\"", body("one", "2026-06-09"));

        // When
        Answer other = follow("\"1\"", body("another", "2026-06-10"));
        Answer ahead = follow("\"7\"", body("another", "2026-06-10"));

        // Then
        assertThat(other.status()).as(other.toString()).isEqualTo(412);
        assertThat(other.<String>at("$.detail")).contains("version 2");
        assertThat(ahead.status()).isEqualTo(412);
        assertThat(holidaysOf(as(People.ANNA).get(path))).isEqualTo("2026-06-09");
    }

    @Test
    void askingAgainEntersNothingAnew() {
        // Given
        begin(body("opened", "2026-06-08"));
        follow("\"1\"", body("moved", "2026-06-09"));

        // When
        Answer again = follow("\"1\"", body("moved", "2026-06-09"));

        // Then
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.<Integer>at("$.version")).isEqualTo(2);
        assertThat(as(People.ANNA).get(path + "?version=3").status()).isEqualTo(404);
    }

    @Test
    void ofManyAtOnceOneFollows() {
        // Given
        begin(body("opened", "2026-06-08"));

        // When
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        i -> follow("\"1\"", body("change " + i, "2026-06-09")).status())
                .toList();

        // Then
        assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
    }

    @Test
    void aVersionSaysWhatItFollows() {
        // When
        Answer nothing = as(People.PETRA).post(path + "/versions", body("opened", "2026-06-08"));
        Answer none = follow("\"1\"", body("opened", "2026-06-08"));

        // Then
        assertThat(nothing.status()).isEqualTo(428);
        assertThat(none.status()).isEqualTo(412);
        assertThat(as(People.ANNA).get(path).status()).isEqualTo(404);
    }

    @Test
    void whatContradictsItselfIsNoCalendar() {
        // Given
        String monday = body("opened", "2026-06-08").replace("\"makeUpDays\":{}", """
                "makeUpDays":{"2026-06-15":{"en":"Fair","zh":"展会"}}""");

        // When
        Answer answer = begin(monday);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.detail")).contains("2026-06-15", "MONDAY");
        assertThat(as(People.ANNA).get(path).status()).isEqualTo(404);
    }

    @Test
    void aCalendarKeepsItsZone() {
        // Given
        begin(body("opened", "2026-06-08"));
        String elsewhere = body("moved", "2026-06-08").replace("Europe/Berlin", "Asia/Shanghai");

        // When
        Answer answer = follow("\"1\"", elsewhere);
        Answer nowhere = follow("\"1\"", body("moved", "2026-06-08").replace("Berlin", "Atlantis"));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.detail")).contains("Europe/Berlin");
        assertThat(nowhere.status()).as(nowhere.toString()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "09:00-18:00"  | "9 to 6"           | calendar.hours
            "2026-06-08"   | "next Monday"      | calendar.holidays
            "years":[2026] | "years":[]         | calendar.years
            "reason"       | "because"          | because
            "en":"Day off" | "en":""            | calendar.holidays
            """)
    void namesTheFieldThatIsWrong(String right, String wrong, String field) {
        // When
        Answer answer = begin(body("opened", "2026-06-08").replace(right, wrong));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field"))
                .anySatisfy(named -> assertThat(named).startsWith(field));
    }

    @Test
    void takesOverPublicHolidaysAsDatesOfTheVersion() {
        // When
        Answer bavarian = begin(from("by", "2026", body("opened", "2026-05-01")));
        Answer again = begin(from("by", "2026", body("opened", "2026-05-01")));

        // Then
        assertThat(bavarian.status()).as(bavarian.toString()).isEqualTo(201);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        Answer read = as(People.ANNA).get(path);
        assertThat(holidaysOf(read))
                .startsWith("2026-01-01,2026-01-06,2026-04-03,")
                .contains("2026-06-04");
        assertThat(read.<String>at("$.calendar.holidays['2026-01-06'].zh")).isEqualTo("主显节");
        assertThat(read.<String>at("$.calendar.holidays['2026-05-01'].en"))
                .as("what the body says goes before")
                .isEqualTo("Day off");
        assertThat(read.<String>at("$.holidaysFrom.subdivision")).isEqualTo("by");
    }

    @ParameterizedTest
    @CsvSource({
        "atlantis, 2026, from.subdivision, no atlantis in Germany",
        "by, 2029, from.years, not for 2029",
        "by, 2027, , in none of the years"
    })
    void takesOverOnlyWhatTheLibraryKnows(String subdivision, String year, @Nullable String field, String detail) {
        // When
        Answer answer = begin(from(subdivision, year, body("opened", "2026-05-01")));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.detail")).contains(detail);
        if (field != null) {
            assertThat(answer.<String>at("$.field")).isEqualTo(field);
        }
        assertThat(as(People.ANNA).get(path).status()).isEqualTo(404);
    }

    @Test
    void isNotThereForAnotherVendor() {
        begin(body("opened", "2026-06-08"));

        assertThat(as(People.FRIDA).get(path).status()).isEqualTo(404);
        assertThat(as(People.FRIDA).get("/api/v1/calendars").<List<String>>at("$.items[*].id"))
                .contains("china")
                .doesNotContain(id());
    }

    @Test
    void whyItWasChangedIsForTheStaff() {
        begin(body("opened", "2026-06-08"));

        assertThat(as(People.ANNA).get(path).text()).contains("\"reason\":\"opened\"", "\"by\":");
        assertThat(as(People.MARIA).get(path).text()).doesNotContain("\"reason\"", "\"by\":");
    }

    private Answer begin(String body) {
        return as(People.PETRA).with("If-None-Match", "*").post(path + "/versions", body);
    }

    private Answer follow(String etag, String body) {
        return as(People.PETRA).with("If-Match", etag).post(path + "/versions", body);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String holidaysOf(Answer answer) {
        return String.join(
                ",", answer.<Map<String, Object>>at("$.calendar.holidays").keySet());
    }

    private static String from(String subdivision, String year, String body) {
        return body.replaceFirst("\\{", """
                {"from":{"library":"jollyday","country":"de","subdivision":"%s","years":[%s]},""".formatted(subdivision, year));
    }

    private static String body(String reason, String holiday) {
        return """
                {"reason":"%s","calendar":{"name":{"en":"Ours","zh":"本公司"},"zone":"Europe/Berlin","years":[2026],
                "weekend":["SATURDAY","SUNDAY"],"holidays":{"%s":{"en":"Day off","zh":"休息日"}},"makeUpDays":{},
                "hours":{"MONDAY":["09:00-18:00"],"TUESDAY":["09:00-18:00"],"WEDNESDAY":["09:00-18:00"],
                "THURSDAY":["09:00-18:00"],"FRIDAY":["09:00-18:00"]},"makeUpHours":[]}}""".formatted(reason, holiday);
    }
}
