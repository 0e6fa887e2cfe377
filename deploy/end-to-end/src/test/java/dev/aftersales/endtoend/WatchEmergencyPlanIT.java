package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A4.7 on the running suite, with its business time moved by hand: 48 hours that elapse, here over a weekend. */
class WatchEmergencyPlanIT {

    private static final String CLOCK = "/ops/v1/clock";

    /** Of the vendor's policy. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Whoever runs this first has the radar begin to count. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Api olga = TheSuite.as("olga");
    private final Api viktor = TheSuite.as("viktor");
    private final List<Mailbox> teams = Stream.of("vendor-ops", "account-manager")
            .map(role -> Mailbox.ofTeam("viktor", role))
            .toList();

    @BeforeAll
    static void soldLongBefore() {
        YearsAhead.enter(TheSuite.running().gateway());
        sold("WEP-3");
        sold("WEP-1");
        sold("WEP-2");
        sold("WEP-4");
    }

    /** Two batches of one moment: the plan of one is started between the warnings, that of the other after the end. */
    @Test
    void fromFridayToSundayAPlanIsWarnedOfAndMissedUnlessAPersonStartsIt() {
        ZonedDateTime friday = nextFriday();
        pass(friday.toInstant());
        String forgotten = failed("WEP-1");
        String started = failed("WEP-2");
        Instant due = due(forgotten);
        assertThat(minute(reached(forgotten))).isEqualTo(friday);
        assertThat(minute(due)).isEqualTo(friday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
        assertThat(state(forgotten)).isEqualTo("RUNNING");

        pass(later(started, forgotten).minus(Duration.ofHours(24)));
        awaitMails(started, "Emergency plan not started yet, 24 hours");
        awaitMails(forgotten, "Emergency plan not started yet, 24 hours");
        assertThat(state(forgotten)).isEqualTo("WARNED");
        startPlan(started);
        pass(due.minus(Duration.parse("PT4H48M")));
        awaitMails(forgotten, "Emergency plan not started yet, 43 hours");
        pass(due.minus(Duration.ofMinutes(1)));
        assertThat(state(forgotten)).isEqualTo("WARNED");
        pass(later(started, forgotten));
        awaitMails(forgotten, "Overdue");
        startPlan(forgotten);
        awaitMails(started, "Emergency plan started");
        awaitMails(forgotten, "Emergency plan started");

        assertThat(state(started)).isEqualTo("MET");
        assertThat(state(forgotten)).isEqualTo("BREACHED");
        assertThat(told(started))
                .containsExactly(
                        "batch-issue-detected",
                        "emergency-plan-warned " + due(started).minus(Duration.ofHours(24)),
                        "emergency-plan-initiated in time");
        assertThat(told(forgotten))
                .containsExactly(
                        "batch-issue-detected",
                        "emergency-plan-warned " + due.minus(Duration.ofHours(24)),
                        "emergency-plan-warned " + due.minus(Duration.parse("PT4H48M")),
                        "emergency-plan-overdue " + due.plusSeconds(1),
                        "emergency-plan-initiated late");
        for (Mailbox team : teams) {
            assertThat(subjects(team, started))
                    .containsExactly(
                            "Batch issue: at least 30 alike units failed, PX-200, X-470, WEP-2 (A4.7)",
                            "Emergency plan not started yet, 24 hours after the alarm: PX-200, X-470, WEP-2 (A4.7)",
                            "Emergency plan started, owner viktor: PX-200, X-470, WEP-2");
            assertThat(subjects(team, forgotten))
                    .containsExactly(
                            "Batch issue: at least 30 alike units failed, PX-200, X-470, WEP-1 (A4.7)",
                            "Emergency plan not started yet, 24 hours after the alarm: PX-200, X-470, WEP-1 (A4.7)",
                            "Emergency plan not started yet, 43 hours 12 minutes after the alarm:"
                                    + " PX-200, X-470, WEP-1 (A4.7)",
                            "Overdue, emergency plan not started in time: PX-200, X-470, WEP-1 (A4.7)",
                            "Emergency plan started, owner viktor: PX-200, X-470, WEP-1");
        }
    }

    /** Whoever would have told it was down all the time. */
    @Test
    void whatFellDueWhileNobodyLookedIsToldAtItsOwnTime() {
        String issue = failed("WEP-3");
        Instant due = due(issue);

        TheSuite.running().stop("diagnosis-service");
        pass(due.plus(Duration.ofDays(1)));
        TheSuite.running().start("diagnosis-service");
        awaitMails(issue, "Overdue");

        assertThat(told(issue))
                .containsExactly(
                        "batch-issue-detected",
                        "emergency-plan-warned " + due.minus(Duration.ofHours(24)),
                        "emergency-plan-warned " + due.minus(Duration.parse("PT4H48M")),
                        "emergency-plan-overdue " + due.plusSeconds(1));
        for (Mailbox team : teams) {
            assertThat(subjects(team, issue))
                    .containsExactly(
                            "Batch issue: at least 30 alike units failed, PX-200, X-470, WEP-3 (A4.7)",
                            "Emergency plan not started yet, 24 hours after the alarm: PX-200, X-470, WEP-3 (A4.7)",
                            "Emergency plan not started yet, 43 hours 12 minutes after the alarm:"
                                    + " PX-200, X-470, WEP-3 (A4.7)",
                            "Overdue, emergency plan not started in time: PX-200, X-470, WEP-3 (A4.7)");
        }
    }

    /** The twenty-ninth unit once more, in small letters and as a fault in small letters, is the same unit with the same fault. */
    @Test
    void aUnitThatIsTypedInSmallLettersIsNoFurtherOne() {
        List<String> units = serials("WEP-4").toList();
        claimed("WEP-4", "X-470", units.subList(0, 29));
        awaitUnits("WEP-4", 29, 1);

        claimed("WEP-4", "x-470 ", List.of(units.get(28).toLowerCase(Locale.ROOT)));
        awaitUnits("WEP-4", 29, 2);
        assertThat(viktor.get("/api/v1/batch-issues").<List<String>>at("$.items[?(@.group.lot == 'WEP-4')].id"))
                .isEmpty();

        claimed("WEP-4", "X-470", units.subList(29, 30));
        await().atMost(SOON).until(() -> !viktor.get("/api/v1/batch-issues")
                .<List<String>>at("$.items[?(@.group.lot == 'WEP-4')].id")
                .isEmpty());
    }

    private void awaitUnits(String lot, int units, int claims) {
        await().atMost(SOON).untilAsserted(() -> assertThat(viktor.get("/api/v1/batch-radar?lot=" + lot)
                        .<List<Integer>>at("$.items[?(@.units == " + units + " && @.claims == " + claims + ")].units"))
                .containsExactly(units));
    }

    private Answer claimed(String contract, String faultCode, List<String> serials) {
        Api chen = TheSuite.as("chen");
        Answer claimed = Journey.submit(chen, UUID.randomUUID().toString(), """
                {"contractNumber":"%s","model":"PX-200","serials":[%s],"faultCode":"%s",
                 "description":"No output","evidenceIds":["%s"]}""".formatted(
                        contract, String.join(",", serials), faultCode, Journey.uploadPhoto(chen)));
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(201);
        return claimed;
    }

    /** Thirty units of that lot are sold; a unit that fails before its lot is told would count among those without one. */
    private static void sold(String lot) {
        Api viktor = TheSuite.as("viktor");
        String units = serials(lot).map(serial -> """
                        {"serial":%s,"model":"PX-200","itemClass":"MAIN_UNIT","productionLot":"%s"}""".formatted(serial, lot)).collect(Collectors.joining(","));
        Answer entered = viktor.put("/api/v1/contracts/" + lot, """
                {"organisation":"pacific","shipments":[{"billOfLading":"BL-%s","date":"%s","units":[%s]}]}""".formatted(
                        lot, LocalDate.now(ZONE).minusMonths(2), units));
        assertThat(entered.status()).as(entered.text()).isBetween(200, 299);
        await().atMost(SOON)
                .until(() -> viktor.get("/api/v1/units?model=PX-200&limit=50&lot=" + lot)
                                .<List<String>>at("$.items[*].serial")
                                .size()
                        == 30);
    }

    private static Stream<String> serials(String lot) {
        return IntStream.rangeClosed(1, 30).mapToObj(unit -> "\"%s-%02d\"".formatted(lot, unit));
    }

    /** The issue that these thirty are when they are claimed. */
    private String failed(String lot) {
        Answer claimed = claimed(lot, "X-470", serials(lot).toList());
        String ofLot = "$.items[?(@.group.lot == '" + lot + "')].id";
        await().atMost(SOON).until(() -> !viktor.get("/api/v1/batch-issues")
                .<List<String>>at(ofLot)
                .isEmpty());
        List<String> issues = viktor.get("/api/v1/batch-issues").at(ofLot);
        assertThat(issues).hasSize(1);
        assertThat(reached(issues.getFirst())).isEqualTo(Instant.parse(claimed.at("$.submittedAt")));
        awaitMails(issues.getFirst(), "Batch issue");
        return issues.getFirst();
    }

    private void startPlan(String issue) {
        Answer started = viktor.post("/api/v1/batch-issues/" + issue + "/plan", """
                {"owner":"viktor","containment":"STOP_SHIP","customerNotice":{"sisterUnits":false}}""");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
    }

    private Instant reached(String issue) {
        return Instant.parse(issue(issue).at("$.reachedAt"));
    }

    /** 48 hours after it was reached. */
    private Instant due(String issue) {
        Instant due = Instant.parse(issue(issue).at("$.deadline.dueAt"));
        assertThat(due).isEqualTo(reached(issue).truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(48)));
        return due;
    }

    private Instant later(String one, String other) {
        return due(one).isAfter(due(other)) ? due(one) : due(other);
    }

    private String state(String issue) {
        return issue(issue).at("$.deadline.state");
    }

    private Answer issue(String issue) {
        return viktor.get("/api/v1/batch-issues/" + issue);
    }

    private void awaitMails(String issue, String subject) {
        teams.forEach(team -> team.awaitMail(issue, subject));
    }

    private static List<String> subjects(Mailbox team, String issue) {
        return team.about(issue).stream().map(Mailbox.Mail::subject).toList();
    }

    /** What the issue's topic says of its clock, in order, each with the time that it says. */
    private static List<String> told(String issue) {
        return Wire.everything().stream()
                .filter(event -> issue.equals(event.key()) && event.topic().equals("batch-issues"))
                .map(WatchEmergencyPlanIT::ofClock)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String ofClock(ConsumerRecord<String, byte[]> event) {
        String type = Wire.header(event, "ce_type").replaceAll("batches\\.|\\.v1", "");
        String text = Wire.text(event);
        return switch (type) {
            case "batch-issue-detected" -> type;
            case "emergency-plan-warned" -> type + " " + JsonPath.read(text, "$.warnedAt");
            case "emergency-plan-overdue" -> type + " " + JsonPath.read(text, "$.breachedAt");
            case "emergency-plan-initiated" -> type + (JsonPath.<Boolean>read(text, "$.inTime") ? " in time" : " late");
            default -> "";
        };
    }

    private ZonedDateTime nextFriday() {
        ZonedDateTime now = businessTime().atZone(ZONE);
        ZonedDateTime friday = now.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                .with(LocalTime.of(17, 0))
                .truncatedTo(ChronoUnit.SECONDS);
        return friday.isAfter(now) ? friday : friday.plusWeeks(1);
    }

    private static ZonedDateTime minute(Instant instant) {
        return instant.atZone(ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private Instant businessTime() {
        return Instant.parse(olga.get(CLOCK).at("$.businessTime"));
    }

    /** Moves the time into the second after that one. */
    private void pass(Instant lastSecond) {
        Duration wait = Duration.ofSeconds(
                Duration.between(businessTime(), lastSecond.plusSeconds(1)).toSeconds() + 1);
        if (wait.isPositive()) {
            Answer moved = olga.with("Idempotency-Key", UUID.randomUUID().toString())
                    .post(CLOCK, "{\"advance\": \"" + wait + "\"}");
            assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        }
    }
}
