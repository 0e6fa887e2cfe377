package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.quantity;
import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An issue follows what the radar tells of its group, and is told and shown as it stands. */
class BatchIssuesIT extends IssuesOfTheRadar {

    @Autowired
    IssueLines lines;

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
    void losesNoUnitsWithoutALineThatWent() {
        BatchAlarm alarm = BatchAlarm.fresh()
                .reached(1, now(), unit("clm-a", 1, "S-1"))
                .grew(2, 60, 29, List.of(unit("clm-b", 1, "S-2")), List.of())
                .grew(1_002, 31, 29, List.of(unit("clm-b", 1, "S-2"), unit("clm-c", 1, "S-3")), List.of());

        assertThat(alarm.awaitTold(3).getLast().<Integer>at("$.units")).isEqualTo(60);
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
}
