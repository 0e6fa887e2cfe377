package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.quantity;
import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class BatchIssuesIT {

    private static final String PLAN = """
            {"owner":"viktor","containment":"STOP_SHIP","customerNotice":{"sisterUnits":true}}""";

    @LocalServerPort
    int port;

    @Autowired
    IssueLines lines;

    @Autowired
    InstalledBase installed;

    Api viktor;
    Api anna;

    @BeforeEach
    void connect() {
        viktor = Api.at(port).as(People.VIKTOR);
        anna = Api.at(port).as(People.ANNA);
    }

    @Test
    void opensAnIssueWithItsLinesAndItsClock() {
        // Given
        Instant reached = now();

        // When
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, reached, quantity("clm-b", 2, 29), unit("clm-a", 1, "S-1"));

        // Then
        Message told = alarm.awaitTold(1).getFirst();
        ContractCheck.keepsItsContract(told);
        assertThat(told.key()).isEqualTo(alarm.issue());
        assertThat(told.<List<String>>at("$.tell")).containsExactly("VENDOR_OPS", "ACCOUNT_MANAGER");
        assertThat(Instant.parse(told.at("$.planDueAt")))
                .isEqualTo(reached.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(48)));
        Answer issue = anna.get(path(alarm));
        assertThat(issue.<String>at("$.state")).isEqualTo("DETECTED");
        assertThat(issue.<Integer>at("$.unverified")).isEqualTo(29);
        assertThat(issue.<String>at("$.deadline.clause")).isEqualTo("A4.7");
        assertThat(issue.<String>at("$.deadline.state")).isEqualTo("RUNNING");
        assertThat(issue.<String>at("$.deadline.words.en")).contains("Due:");
        assertThat(issue.<String>at("$.deadline.words.zh")).contains("期限");
        assertThat(issue.<String>at("$.terms.plan.within")).isEqualTo("PT48H");
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1", "clm-b/2");
    }

    @Test
    void handlesADuplicateOnce() {
        Instant reached = now();
        String line = unit("clm-a", 1, "S-1");

        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, reached, line)
                .reached(1, reached, line)
                .grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(3, 32, 29, List.of(unit("clm-c", 1, "S-3")), List.of());

        alarm.awaitTold(3).forEach(ContractCheck::keepsItsContract);
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, batch-issue-grew, batch-issue-grew");
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1", "clm-b/1", "clm-c/1");
    }

    @Test
    void passesOverAnOlderAlarmAfterANewer() {
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(2, now(), unit("clm-a", 1, "S-1"))
                .grew(5, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(3, 29, 29, List.of(unit("clm-x", 1, "S-9")), List.of(unit("clm-b", 1, "S-2")))
                .reached(1, now(), unit("clm-y", 1, "S-8"))
                .grew(6, 30, 29, List.of(), List.of(unit("clm-a", 1, "S-1")));

        Message last = alarm.awaitTold(3).getLast();
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, batch-issue-grew, batch-issue-grew");
        assertThat(last.<List<String>>at("$.went[*].claimId")).containsExactly("clm-a");
        assertThat(lines(alarm, 200)).containsExactly("clm-b/1");
        assertThat(anna.get(path(alarm)).<Integer>at("$.units")).isEqualTo(30);
    }

    /** As a radar that has lost what it counted and reads all topics anew: what was told once is not told again. */
    @Test
    void takesAnEpisodeThatIsToldAnewForTheSameIssue() {
        Instant reached = now();
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, reached, unit("clm-a", 1, "S-1"))
                .grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        alarm.awaitTold(2);

        alarm.reached(101, reached, unit("clm-a", 1, "S-1"))
                .grew(102, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(103, 32, 29, List.of(unit("clm-b", 1, "S-2"), unit("clm-c", 1, "S-3")), List.of());

        Message last = alarm.awaitTold(3).getLast();
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, batch-issue-grew, batch-issue-grew");
        assertThat(last.<List<String>>at("$.came[*].claimId")).containsExactly("clm-c");
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1", "clm-b/1", "clm-c/1");
    }

    @Test
    void movesALineToItsSerialWhenThatIsKnown() {
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, now(), quantity("clm-a", 1, 1), quantity("clm-b", 1, 29))
                .grew(2, 30, 29, List.of(unit("clm-a", 1, "S-1")), List.of(quantity("clm-a", 1, 1)));

        alarm.awaitTold(2);
        assertThat(viktor.get(path(alarm) + "/lines").<List<String>>at("$.items[*].serial"))
                .containsExactly("S-1");
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1", "clm-b/1");
    }

    /** As after a crash between the lines and the issue: the alarm comes again, and finds its own lines. */
    @Test
    void tellsTheLinesThatATryOfTheSameAlarmHadWritten() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        lines.keep(alarm.issue(), alarm.vendor(), 2, List.of(new CountedLine("clm-b", 1, "S-2", 1, now())), List.of());

        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());

        assertThat(alarm.awaitTold(2).getLast().<List<String>>at("$.came[*].claimId"))
                .containsExactly("clm-b");
    }

    /** As by an instance that was frozen while another went on. */
    @Test
    void doesNotBringBackALineThatWentByALaterAlarm() {
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, now(), unit("clm-a", 1, "S-1"), unit("clm-b", 1, "S-2"))
                .grew(5, 29, 28, List.of(), List.of(unit("clm-a", 1, "S-1")));
        alarm.awaitTold(2);

        IssueLines.Changed changed = lines.keep(
                alarm.issue(), alarm.vendor(), 3, List.of(new CountedLine("clm-a", 1, "S-1", 1, now())), List.of());

        assertThat(changed.isNothing()).isTrue();
        assertThat(lines(alarm, 200)).containsExactly("clm-b/1");
    }

    @Test
    void showsAThousandLinesPageByPage() {
        String[] first = lines("clm-a", 1, 500);
        String[] others = lines("clm-a", 501, 1000);

        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), first).grew(2, 1000, 0, List.of(others), List.of());

        alarm.awaitTold(2);
        List<String> shown = lines(alarm, 200);
        assertThat(shown).hasSize(1000).doesNotHaveDuplicates();
        assertThat(shown)
                .isEqualTo(IntStream.rangeClosed(1, 1000)
                        .mapToObj(line -> "clm-a/" + line)
                        .toList());
        assertThat(List.of("xx", "eHl6")).as("places that nobody was given").allSatisfy(cursor -> assertThat(
                        anna.get(path(alarm) + "/lines?cursor=" + cursor).status())
                .isEqualTo(400));
    }

    @Test
    void tellsEachMomentOfTheClockOnceAndAtItsOwnTime() {
        Instant reached = now().minus(Duration.ofHours(50));

        BatchAlarm alarm = BatchAlarm.fresh().reached(1, reached, unit("clm-a", 1, "S-1"));

        List<Message> told = alarm.awaitTold(4);
        told.forEach(ContractCheck::keepsItsContract);
        Instant from = reached.truncatedTo(ChronoUnit.SECONDS);
        assertThat(told.stream().skip(1).map(one -> Instant.parse(one.headers().get("ce_time"))))
                .containsExactly(
                        from.plus(Duration.ofHours(24)),
                        from.plus(Duration.parse("PT43H12M")),
                        from.plus(Duration.ofHours(48)).plusSeconds(1));
        assertThat(told.getLast().<List<String>>at("$.tell")).containsExactly("VENDOR_OPS", "ACCOUNT_MANAGER");
        Answer late = viktor.post(path(alarm) + "/plan", PLAN);
        assertThat(late.status()).as(late.text()).isEqualTo(200);
        assertThat(late.<String>at("$.deadline.state")).isEqualTo("BREACHED");
        Message started = alarm.awaitTold(5).getLast();
        assertThat(started.<Boolean>at("$.inTime")).isFalse();
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-plan-warned, emergency-plan-warned,"
                        + " emergency-plan-overdue, emergency-plan-initiated");
    }

    /** Each by itself, when its time comes: none before, and what was due before it has been told already. */
    @ParameterizedTest
    @CsvSource({
        "PT24H,      1, emergency-plan-warned",
        "PT43H12M,   2, emergency-plan-warned",
        "PT48H1S,    3, emergency-plan-overdue"
    })
    void tellsAMomentWhenItsTimeComes(Duration after, int asWhich, String what) {
        Instant reached = now().minus(after).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, reached, unit("clm-a", 1, "S-1"));

        List<Message> told = alarm.awaitTold(asWhich + 1);

        assertThat(Instant.now()).isAfterOrEqualTo(reached.plus(after));
        assertThat(alarm.told()).endsWith(what);
        assertThat(told.stream().filter(one -> Instant.parse(one.headers().get("ce_time"))
                        .equals(reached.plus(after))))
                .hasSize(1);
    }

    /** What an issue without a plan tells afterwards shows that the sweep has passed that moment. */
    @Test
    void tellsNothingMoreOnceThePlanIsStartedInTime() {
        Instant reached = now().minus(Duration.ofHours(48)).plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        BatchAlarm planned = BatchAlarm.fresh().reached(1, reached, unit("clm-a", 1, "S-1"));
        BatchAlarm unplanned = BatchAlarm.fresh().reached(1, reached.plusSeconds(1), unit("clm-b", 1, "S-2"));
        planned.awaitTold(3);
        assertThat(accepted(planned, "plan", PLAN).<String>at("$.deadline.state"))
                .isEqualTo("MET");

        unplanned.awaitTold(4);

        assertThat(unplanned.told()).endsWith("emergency-plan-overdue");
        assertThat(planned.told())
                .isEqualTo("batch-issue-detected, emergency-plan-warned, emergency-plan-warned,"
                        + " emergency-plan-initiated");
    }

    /** Policy A is Shanghai's: there, Friday 17:00 is due Sunday 17:00, and Saturday is no day off. */
    @Test
    void countsOverTheWeekend() {
        ZonedDateTime friday = ZonedDateTime.now(ZoneId.of("Asia/Shanghai"))
                .with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
                .minusWeeks(1)
                .with(LocalTime.of(17, 0));

        BatchAlarm alarm = BatchAlarm.fresh().reached(1, friday.toInstant(), unit("clm-a", 1, "S-1"));

        List<Message> told = alarm.awaitTold(4);
        assertThat(Instant.parse(told.getFirst().at("$.planDueAt")))
                .isEqualTo(friday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).toInstant());
        assertThat(Instant.parse(told.get(1).at("$.warnedAt")))
                .isEqualTo(
                        friday.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).toInstant());
        assertThat(Instant.parse(told.getLast().at("$.breachedAt")))
                .isEqualTo(friday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                        .toInstant()
                        .plusSeconds(1));
    }

    /** Whoever is faster, the sweep or the person: each moment that was due is told once, and before the plan. */
    @Test
    void tellsWhatWasDueBeforeThePlanThatStopsTheClock() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now().minus(Duration.ofHours(30)), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);

        List<Answer> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> viktor.post(path(alarm) + "/plan", PLAN)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(answers.getFirst().text());
        alarm.awaitTold(3);
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, emergency-plan-warned, emergency-plan-initiated");
        assertThat(answers.getFirst().<String>at("$.deadline.state")).isEqualTo("MET");
    }

    @Test
    void refusesAPlanWithoutTheLotThatFailed() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        String withLots = PLAN.strip().replaceFirst("}$", ",\"lots\":[%s]}");

        Answer refused = viktor.post(path(alarm) + "/plan", withLots.formatted("\"2630\""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("lot-missing", "2603");
        assertThat(accepted(alarm, "plan", withLots.formatted("\"2603\",\"2604\""))
                        .<List<String>>at("$.plan.lots"))
                .containsExactly("2603", "2604");
    }

    @Test
    void goesItsWayByPeopleAndNamesTheNextStepWhereOneIsLeftOut() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);

        assertThat(refused(alarm, "containment", "")).contains("post the plan next");
        assertThat(refused(alarm, "resolution", reason("none"))).contains("post the plan next");
        Answer planned = accepted(alarm, "plan", PLAN);
        assertThat(planned.<List<String>>at("$.plan.lots")).containsExactly("2603");
        assertThat(accepted(alarm, "plan", PLAN).text()).isEqualTo(planned.text());
        assertThat(refused(alarm, "plan", PLAN.replace("STOP_SHIP", "SPARE_PARTS")))
                .contains("containment next");
        assertThat(refused(alarm, "resolution", reason("none"))).contains("containment next");
        Answer contained = accepted(alarm, "containment", "");
        assertThat(accepted(alarm, "containment", "").text()).isEqualTo(contained.text());
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of()).awaitTold(4);
        Answer resolved = accepted(alarm, "resolution", reason("Mr Example put it right"));
        assertThat(accepted(alarm, "resolution", reason("Mr Example put it right"))
                        .text())
                .isEqualTo(resolved.text());
        assertThat(refused(alarm, "resolution", reason("another"))).contains("closed");
        assertThat(refused(alarm, "containment", "")).contains("closed");

        List<Message> told = alarm.awaitTold(5);
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-plan-initiated, batch-issue-contained, batch-issue-grew,"
                        + " batch-issue-resolved");
        assertThat(told).noneMatch(one -> one.text().contains("Example"));
        assertThat(told.getLast().<String>at("$.groupId")).isEqualTo(alarm.group());
        assertThat(resolved.<List<String>>at("$.history[*].what"))
                .containsExactly("DETECTED", "PLAN_INITIATED", "CONTAINED", "RESOLVED");
        assertThat(resolved.<List<String>>at("$.history[1:].by")).containsOnly("viktor");
    }

    @Test
    void leavesAClosedIssueAsItIsAndOpensTheNextOfTheGroup() {
        // Given
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        accepted(alarm, "containment", "");
        String closed = accepted(alarm, "resolution", reason("put right")).text();

        // When
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        BatchAlarm next = alarm.next().reached(3, now(), unit("clm-c", 1, "S-3"));

        // Then: what is behind it on the same partition was handled
        next.awaitTold(1);
        assertThat(alarm.told()).endsWith("batch-issue-resolved");
        assertThat(viktor.get(path(alarm)).text()).isEqualTo(closed);
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1");
        assertThat(lines(next, 200)).containsExactly("clm-c/1");
    }

    /** A radar that reads the topics anew, from which the closing is gone, would hold the group to be open for ever. */
    @Test
    void tellsAClosingOnceMoreToARadarThatNoLongerFindsIt() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        accepted(alarm, "containment", "");
        accepted(alarm, "resolution", reason("put right"));
        alarm.awaitTold(4);

        alarm.reached(1_000, now().plusSeconds(60), unit("clm-b", 1, "S-2"));

        Message last = alarm.awaitTold(5).getLast();
        ContractCheck.keepsItsContract(last);
        assertThat(alarm.told()).endsWith("batch-issue-resolved, batch-issue-resolved");
        assertThat(last.<List<String>>at("$.tell")).as("they have heard it").isEmpty();
        assertThat(lines(alarm, 200)).containsExactly("clm-a/1");
    }

    @Test
    void losesNoUnitsWithoutALineThatWent() {
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, now(), unit("clm-a", 1, "S-1"))
                .grew(2, 60, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(1_002, 31, 29, List.of(unit("clm-b", 1, "S-2"), unit("clm-c", 1, "S-3")), List.of());

        assertThat(alarm.awaitTold(3).getLast().<Integer>at("$.units")).isEqualTo(60);
    }

    /** Its serials were mistyped, and stand corrected: whoever is warned finds what to do. */
    @Test
    void saysOfAnIssueWhoseUnitsAllWentThatItCanBeClosedAsNone() {
        // Given
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        assertThat(viktor.get(path(alarm)).text()).as("while a unit counts").doesNotContain("emptied");

        // When
        alarm.grew(2, 0, 0, List.of(), List.of(unit("clm-a", 1, "S-1"))).awaitTold(2);

        // Then
        Answer shown = viktor.get(path(alarm));
        assertThat(shown.<Integer>at("$.units")).isZero();
        assertThat(shown.<String>at("$.emptied"))
                .contains("None of its units counts any more", "NO_BATCH_ISSUE", "clock");
        Answer planned = accepted(alarm, "plan", PLAN);
        assertThat(planned.<String>at("$.emptied")).contains("NO_BATCH_ISSUE").doesNotContain("clock");
        assertThat(accepted(alarm, "resolution", "{\"kind\":\"NO_BATCH_ISSUE\",\"reason\":\"Mistyped\"}")
                        .text())
                .doesNotContain("emptied");
    }

    /** "Closed by a person; a new one may open later": also what was none. */
    @Test
    void closesWhatIsNoBatchWithoutAPlanAndTellsTheClockNoMore() {
        // Given: the clock of the one closed is due a second before that of the other
        Instant reached = now().minus(Duration.ofHours(48)).plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, reached, unit("clm-a", 1, "ZZ-1"));
        BatchAlarm other = BatchAlarm.fresh().reached(1, reached.plusSeconds(1), unit("clm-b", 1, "S-2"));
        alarm.awaitTold(3);
        String none = "{\"kind\":\"NO_BATCH_ISSUE\",\"reason\":\"Mr Example typed these serials\"}";
        assertThat(refused(alarm, "resolution", reason("none"))).contains("NO_BATCH_ISSUE");
        assertThat(anna.post(path(alarm) + "/resolution", none).status()).isEqualTo(403);

        // When
        Answer closed = accepted(alarm, "resolution", none);
        Answer again = accepted(alarm, "resolution", none);

        // Then
        assertThat(again.text()).isEqualTo(closed.text());
        assertThat(refused(alarm, "plan", PLAN)).contains("closed");
        assertThat(closed.<String>at("$.state")).isEqualTo("RESOLVED");
        assertThat(closed.<String>at("$.resolution.kind")).isEqualTo("NO_BATCH_ISSUE");
        assertThat(closed.<String>at("$.deadline.state")).isEqualTo("CANCELLED");
        other.awaitTold(4);
        assertThat(other.told()).endsWith("emergency-plan-overdue");
        Message told = alarm.awaitTold(4).getLast();
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-plan-warned, emergency-plan-warned,"
                        + " batch-issue-resolved");
        ContractCheck.keepsItsContract(told);
        assertThat(told.<String>at("$.kind")).isEqualTo("NO_BATCH_ISSUE");
        assertThat(told.<String>at("$.resolvedBy")).isEqualTo("viktor");
        assertThat(told.text()).doesNotContain("Example");

        // And
        alarm.next().reached(3, now(), unit("clm-c", 1, "S-3")).awaitTold(1);
    }

    @Test
    void refusesAPlanWithoutOwnerContainmentOrNotice() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);

        Stream.of(
                        PLAN.replace("\"owner\":\"viktor\",", ""),
                        PLAN.replace("\"viktor\"", "\"viktor@exporter.example\""),
                        PLAN.replace("\"containment\":\"STOP_SHIP\",", ""),
                        PLAN.replace("STOP_SHIP", "HOPE"),
                        PLAN.replace(",\"customerNotice\":{\"sisterUnits\":true}", ""),
                        PLAN.replace("{\"sisterUnits\":true}", "{}"))
                .forEach(body -> assertThat(
                                viktor.post(path(alarm) + "/plan", body).status())
                        .as(body)
                        .isEqualTo(400));
        assertThat(anna.get(path(alarm)).<String>at("$.deadline.state")).isEqualTo("RUNNING");
    }

    @Test
    void hidesTheIssuesOfOtherVendors() {
        BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        Api vera = Api.at(port).as(People.VERA);

        Stream.of(
                        vera.get(path(alarm)),
                        vera.get(path(alarm) + "/lines"),
                        vera.get(path(alarm) + "/sister-units"),
                        vera.post(path(alarm) + "/plan", PLAN),
                        vera.post(path(alarm) + "/containment", ""),
                        vera.post(path(alarm) + "/resolution", reason("none")),
                        vera.get("/api/v1/batch-issues?vendor=exporter"),
                        viktor.get("/api/v1/batch-issues/bat-none"))
                .forEach(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(404));
        assertThat(vera.get("/api/v1/batch-issues?limit=200").<List<String>>at("$.items[*].id"))
                .doesNotContain(alarm.issue());
    }

    @Test
    void listsIssuesNewestFirstPageByPage() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            BatchAlarm alarm = BatchAlarm.fresh().reached(1, now(), unit("clm-a", 1, "S-1"));
            alarm.awaitTold(1);
            newestFirst.addFirst(alarm.issue());
        }

        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            Answer page = viktor.get("/api/v1/batch-issues?state=DETECTED&limit=2" + next);
            paged.addAll(page.<List<String>>at("$.items[*].id"));
            assertThat(page.<List<String>>at("$.items[*].state")).containsOnly("DETECTED");
            next = next(page);
        } while (!next.isEmpty());

        assertThat(paged).doesNotHaveDuplicates().containsSubsequence(newestFirst);
        assertThat(viktor.get("/api/v1/batch-issues?state=LOST").status()).isEqualTo(400);
        assertThat(viktor.get("/api/v1/batch-issues?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void refusesAMisspeltFilterInsteadOfListingEveryIssue() {
        Answer refused = viktor.get("/api/v1/batch-issues?sate=DETECTED");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly("sate");
        assertThat(refused.<List<String>>at("$.errors[0].known")).containsExactly("vendor", "state", "cursor", "limit");
        String issue = BatchAlarm.of(freshModel()).issue();
        assertThat(viktor.get("/api/v1/batch-issues/" + issue + "/sister-units?lot=1")
                        .status())
                .isEqualTo(400);
        assertThat(viktor.get("/api/v1/batch-issues/" + issue + "/lines?claim=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void countsSisterUnitsOfTheLotOverAllCustomersAndShowsThemPageByPage() {
        // Given
        String model = freshModel();
        Sold sold = new Sold(model);
        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-2", "2603", "nordwind");
        sold.recorded(1, "S-3", "2603", "sudwind").recorded(1, "S-4", "2604", "sudwind");
        IntStream.rangeClosed(5, 9).forEach(i -> sold.recorded(1, "S-" + i, "2603", "ostwind"));
        awaitHeard(sold, 9);

        // When
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));

        // Then
        alarm.awaitTold(1);
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<Integer>at("$.draft.sisterUnits.units")).isEqualTo(7);
        assertThat(issue.<Integer>at("$.draft.sisterUnits.organisations")).isEqualTo(3);
        assertThat(issue.<Boolean>at("$.draft.sisterUnits.atLeast")).isFalse();
        assertThat(issue.<List<Integer>>at("$.draft.sisterUnits.lots[*].failed"))
                .containsExactly(1);
        assertThat(issue.<Integer>at("$.draft.customersToTell.ofFailedUnits")).isEqualTo(1);
        assertThat(issue.<String>at("$.draft.owner.why.en")).contains("to be named");
        assertThat(sisters(alarm, 2)).containsExactlyElementsOf(sold.serials(2, 3, 5, 6, 7, 8, 9));
    }

    /** A lot that nobody owns may be in stock; but it is said that nobody is told. */
    @Test
    void saysOfEachLotOfADraftAndOfAPlanHowManyUnitsAreKnownAndHowManyOwnersAreTold() {
        // Given
        Sold sold = new Sold(freshModel());
        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-2", "2603", "sudwind");
        sold.recorded(1, "S-3", "2604", "sudwind").recorded(1, "S-4", "2604", "ostwind");
        awaitHeard(sold, 4);
        BatchAlarm alarm = BatchAlarm.of(sold.model()).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));
        alarm.awaitTold(1);
        String withLots = PLAN.strip().replaceFirst("}$", ",\"lots\":[\"2603\",\"2604\",\"2699\"]}");

        // When
        Answer draft = viktor.get(path(alarm));
        Answer planned = accepted(alarm, "plan", withLots);
        Answer again = accepted(alarm, "plan", withLots);

        // Then
        assertThat(draft.<List<Map<String, Object>>>at("$.draft.reach"))
                .containsExactly(Map.of("lot", "2603", "units", 2, "owners", 1, "atLeast", false));
        assertThat(planned.<List<Map<String, Object>>>at("$.plan.reach"))
                .containsExactly(
                        Map.of("lot", "2603", "units", 2, "owners", 1, "atLeast", false),
                        Map.of("lot", "2604", "units", 2, "owners", 2, "atLeast", false),
                        Map.of("lot", "2699", "units", 0, "owners", 0, "atLeast", false));
        assertThat(again.text()).isEqualTo(planned.text());
        assertThat(alarm.awaitTold(2).getLast().<List<Integer>>at("$.reach[*].owners"))
                .containsExactly(1, 2, 0);
    }

    @Test
    void saysHowManyOfItsUnitsNoContractHasWhenItRingsAndAsItStands() {
        // Given
        Sold sold = new Sold(freshModel());
        sold.recorded(1, "S-1", "2603", "nordwind")
                .recorded(1, "S-2", "2603", "nordwind")
                .removed(2, "S-2");
        awaitHeard(sold, 1);

        // When: one is sold, one is not any more, one never was, and is claimed twice
        BatchAlarm alarm = BatchAlarm.of(sold.model())
                .reached(
                        1,
                        now(),
                        unit("clm-a", 1, sold.serial("S-1")),
                        unit("clm-a", 2, sold.serial("S-2")),
                        unit("clm-a", 3, sold.serial("S-3")),
                        unit("clm-b", 1, sold.serial("S-3")),
                        quantity("clm-c", 1, 27));

        // Then
        Message detected = alarm.awaitTold(1).getFirst();
        ContractCheck.keepsItsContract(detected);
        assertThat(detected.<Integer>at("$.unknownUnits")).isEqualTo(2);
        assertThat(viktor.get(path(alarm)).<Integer>at("$.unknownUnits.units")).isEqualTo(2);
        sold.recorded(3, "S-2", "2603", "nordwind");
        Awaitility.await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(
                        viktor.get(path(alarm)).<Integer>at("$.unknownUnits.units"))
                .isEqualTo(1));
        assertThat(viktor.get(path(alarm)).<Boolean>at("$.unknownUnits.atLeast"))
                .isFalse();
    }

    @Test
    void leavesOutUnitsThatFailedAlikeInAnotherIssue() {
        // Given
        String model = freshModel();
        Sold sold = new Sold(model);
        IntStream.rangeClosed(1, 5).forEach(i -> sold.recorded(1, "S-" + i, "2603", "nordwind"));
        awaitHeard(sold, 5);
        BatchAlarm other = BatchAlarm.of(model)
                .reached(1, now(), unit("clm-b", 1, sold.serial("S-2")), unit("clm-b", 2, sold.serial("S-3")));
        other.grew(2, 30, 29, List.of(), List.of(unit("clm-b", 2, sold.serial("S-3"))))
                .awaitTold(2);
        BatchAlarm.of(model)
                .ofFault("DISPLAY")
                .reached(1, now(), unit("clm-c", 1, sold.serial("S-4")))
                .awaitTold(1);

        // When
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, sold.serial("S-1")));

        // Then
        alarm.awaitTold(1);
        Answer issue = viktor.get(path(alarm));
        assertThat(sisters(alarm, 2)).containsExactlyElementsOf(sold.serials(3, 4, 5));
        assertThat(issue.<Integer>at("$.draft.sisterUnits.units")).isEqualTo(3);
        assertThat(issue.<List<Integer>>at("$.draft.sisterUnits.lots[*].failed"))
                .containsExactly(1);
        assertThat(sisters(other, 2)).containsExactlyElementsOf(sold.serials(3, 4, 5));
    }

    @Test
    void countsAUnitOfTheLastWordOnItWhateverComesTwiceOrTooLate() {
        Sold sold = new Sold(freshModel());
        BatchAlarm alarm = BatchAlarm.of(sold.model()).reached(1, now(), quantity("clm-a", 1, 30));
        alarm.awaitTold(1);

        sold.recorded(1, "S-1", "2603", "nordwind").recorded(1, "S-1", "2603", "nordwind");
        sold.recorded(2, "S-2", "2603", "nordwind").recorded(1, "S-2", "2604", "nordwind");
        sold.recorded(1, "S-3", "2603", "nordwind").removed(2, "S-3").removed(2, "S-3");
        sold.recorded(1, "S-3", "2603", "nordwind");
        sold.removed(2, "S-4").recorded(1, "S-4", "2603", "nordwind").recorded(3, "S-4", "2603", "nordwind");
        sold.removed(1, "S-5").recorded(2, "S-5", "2604", "nordwind");

        awaitHeard(sold, 4);
        assertThat(sisters(alarm, 200)).containsExactlyElementsOf(sold.serials(1, 2, 4));
    }

    @Test
    void tellsWhichPartsAreWantedAndShowsWhatStockSaysOfThem() {
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model)
                .reached(1, now(), unit("clm-a", 1, "S-1"))
                .grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        Message asked = alarm.awaitTold(3).get(1);
        ContractCheck.keepsItsContract(asked);
        assertThat(alarm.told()).isEqualTo("batch-issue-detected, emergency-parts-wanted, batch-issue-grew");
        assertThat(asked.<List<Integer>>at("$.parts[*].quantity")).containsExactly(30);

        assessed(alarm, 2, 25);
        assessed(alarm, 2, 25);
        assessed(alarm, 1, 7);

        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"free\""));
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].wanted")).containsExactly(31);
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].free")).containsExactly(25);
        assertThat(issue.<List<Integer>>at("$.draft.spareParts[*].missing")).containsExactly(6);
        assertThat(issue.<List<String>>at("$.draft.containment")).containsExactly("STOP_SHIP", "SPARE_PARTS");
    }

    @Test
    void hasThePartsOfAPlanReservedAndShowsWhatItEffected() {
        // Given
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);

        // When
        accepted(alarm, "plan", PLAN);
        alarm.grew(2, 31, 29, List.of(unit("clm-b", 1, "S-2")), List.of());
        alarm.grew(3, 32, 29, List.of(unit("clm-c", 1, "S-3")), List.of());

        // Then: the reserve follows each growth, and later words win
        List<Message> told = alarm.awaitTold(7);
        told.forEach(ContractCheck::keepsItsContract);
        assertThat(alarm.told())
                .isEqualTo("batch-issue-detected, emergency-parts-wanted, emergency-plan-initiated, batch-issue-grew,"
                        + " emergency-parts-wanted, batch-issue-grew, emergency-parts-wanted");
        assertThat(told.get(2).<List<Integer>>at("$.parts[*].quantity")).containsExactly(30);
        supplies(alarm, 3, "logistics.shipping-held.v1", """
                {"batchIssueId":"%s","vendor":"exporter","model":"%s","lots":["2603"],"heldAt":"%s"}
                """.formatted(alarm.issue(), model, now()));
        reserved(alarm, 5, 32, 25);
        reserved(alarm, 4, 32, 7);
        reserved(alarm, 5, 32, 25);
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"reserved\""));
        Answer issue = viktor.get(path(alarm));
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].reserved"))
                .as("still held")
                .containsExactly(21);
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].served")).containsExactly(4);
        assertThat(issue.<List<Integer>>at("$.effects.parts[*].missing")).containsExactly(7);
        assertThat(issue.<List<String>>at("$.effects.shippingHold.lots")).containsExactly("2603");
        assertThat(issue.text()).doesNotContain("endedAt", "releasedAt");
    }

    @Test
    void saysWhenWhatAPlanHeldAndReservedEndedWithTheIssue() {
        // Given
        String model = freshModel();
        catalogued(model);
        BatchAlarm alarm = BatchAlarm.of(model).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);
        accepted(alarm, "plan", PLAN);
        supplies(alarm, 3, "logistics.shipping-held.v1", """
                {"batchIssueId":"%s","vendor":"exporter","model":"%s","lots":["2603"],"heldAt":"%s"}
                """.formatted(alarm.issue(), model, now()));
        reserved(alarm, 4, 30, 25);
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(() -> viktor.get(path(alarm)).text().contains("\"reserved\""));

        // When
        accepted(alarm, "containment", "");
        accepted(alarm, "resolution", "{\"reason\":\"The lot was replaced\"}");

        // Then
        Answer issue = viktor.get(path(alarm));
        String closed = issue.at("$.resolution.at");
        assertThat(issue.<String>at("$.effects.shippingHold.endedAt")).isEqualTo(closed);
        assertThat(issue.<String>at("$.effects.releasedAt")).isEqualTo(closed);
    }

    /** Issues are opened under a code that is of no family; the catalogue may give it to one afterwards. */
    @Test
    void findsThePartsOfACodeThatWasGivenToAFamilyAfterTheIssueWasOpenedUnderIt() {
        String model = freshModel();
        String code = Faults.known(viktor, Faults.body(1).replace("WP-400", model));
        BatchAlarm alarm = BatchAlarm.of(model).ofFault(code).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(2);
        assertThat(viktor.as(People.PETRA)
                        .put(
                                "/api/v1/fault-catalogue/" + code,
                                Faults.body(1)
                                        .replace("WP-400", model)
                                        .replaceFirst("\\{", "{\"family\":\"" + Faults.freshCode() + "\","))
                        .status())
                .isEqualTo(200);

        accepted(alarm, "plan", PLAN);

        assertThat(alarm.awaitTold(3).getLast().<List<Integer>>at("$.parts[*].quantity"))
                .containsExactly(30);
    }

    @Test
    void wantsNoPartsOfFaultsOfOtherModels() {
        catalogued(freshModel());

        BatchAlarm alarm = BatchAlarm.of(freshModel()).reached(1, now(), unit("clm-a", 1, "S-1"));
        alarm.awaitTold(1);
        accepted(alarm, "plan", PLAN);
        alarm.awaitTold(2);

        assertThat(alarm.told()).isEqualTo("batch-issue-detected, emergency-plan-initiated");
    }

    /** A code of the family that the alarms name, for that model only. */
    private void catalogued(String model) {
        String body = Faults.body(1).replace("WP-400", model).trim();
        Faults.known(viktor, body.substring(0, body.length() - 1) + ",\"family\":\"PSU-NO-OUTPUT\"}");
    }

    private static void assessed(BatchAlarm alarm, long sequence, int free) {
        supplies(alarm, sequence, "logistics.emergency-stock-assessed.v1", """
                {"batchIssueId":"%s","vendor":"exporter","assessedAt":"%s",
                 "parts":[{"part":"WP4-PSU-24V","wanted":30,"free":%d,"served":0}]}
                """.formatted(alarm.issue(), now(), free));
    }

    private static void reserved(BatchAlarm alarm, long sequence, int wanted, int reserved) {
        supplies(alarm, sequence, "logistics.emergency-parts-reserved.v1", """
                {"batchIssueId":"%s","vendor":"exporter","reservedAt":"%s",
                 "parts":[{"part":"WP4-PSU-24V","wanted":%d,"reserved":%d,"served":4}]}
                """.formatted(
                        alarm.issue(), now(), wanted, reserved));
    }

    private static void supplies(BatchAlarm alarm, long sequence, String type, String json) {
        Topics.event(type)
                .source("/logistics-service")
                .subject(alarm.issue())
                .sequence(sequence)
                .json(json)
                .to("emergency-supplies");
    }

    private record Sold(String model) {

        String serial(String unit) {
            return model + "-" + unit;
        }

        List<String> serials(int... units) {
            return IntStream.of(units).mapToObj(unit -> serial("S-" + unit)).toList();
        }

        Sold recorded(long sequence, String unit, String lot, String organisation) {
            return told(
                    sequence, unit, "units.unit-recorded.v1", """
                    {"vendor":"exporter","serial":"%s","model":"%s","itemClass":"MAIN_UNIT","lot":"%s",
                     "contractNumber":"NW-1","organisation":"%s","recordedAt":"2026-06-05T09:00:00Z"}
                    """.formatted(serial(unit), model, lot, organisation));
        }

        Sold removed(long sequence, String unit) {
            return told(sequence, unit, "units.unit-removed.v1", """
                    {"vendor":"exporter","serial":"%s","contractNumber":"NW-1","removedAt":"2026-06-05T09:00:00Z"}
                    """.formatted(serial(unit)));
        }

        private Sold told(long sequence, String unit, String type, String json) {
            Topics.event(type)
                    .source("/claims-service")
                    .subject("exporter/" + serial(unit))
                    .sequence(sequence)
                    .json(json)
                    .to("units");
            return this;
        }
    }

    /** All partitions are heard when so many units of the model are counted. */
    private void awaitHeard(Sold sold, int units) {
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .until(
                        () -> installed.of(new InstalledBase.Scope("exporter", sold.model(), null), null, 100),
                        found -> found.size() == units);
    }

    private List<String> sisters(BatchAlarm alarm, int limit) {
        List<String> serials = new ArrayList<>();
        String next = "";
        do {
            Answer page = anna.get(path(alarm) + "/sister-units?limit=" + limit + next);
            serials.addAll(page.<List<String>>at("$.items[*].serial"));
            next = next(page);
        } while (!next.isEmpty());
        return serials;
    }

    private static String freshModel() {
        return "M-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    private Answer accepted(BatchAlarm alarm, String command, String body) {
        Answer answer = viktor.post(path(alarm) + "/" + command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private String refused(BatchAlarm alarm, String command, String body) {
        Answer answer = viktor.post(path(alarm) + "/" + command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:wrong-state");
        return answer.at("$.detail");
    }

    /** Claim and number of all lines that are shown, in the order in which they are. */
    private List<String> lines(BatchAlarm alarm, int limit) {
        List<String> lines = new ArrayList<>();
        String next = "";
        do {
            Answer page = anna.get(path(alarm) + "/lines?limit=" + limit + next);
            List<String> claims = page.at("$.items[*].claim");
            List<Integer> numbers = page.at("$.items[*].line");
            IntStream.range(0, claims.size()).forEach(i -> lines.add(claims.get(i) + "/" + numbers.get(i)));
            next = next(page);
        } while (!next.isEmpty());
        return lines;
    }

    private static String next(Answer page) {
        return page.text().contains("\"next\"") ? "&cursor=" + page.<String>at("$.next") : "";
    }

    private static String[] lines(String claim, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(line -> unit(claim, line, "S-" + line))
                .toArray(String[]::new);
    }

    private static String reason(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }

    private static String path(BatchAlarm alarm) {
        return "/api/v1/batch-issues/" + alarm.issue();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
