package dev.aftersales.diagnosis.batches;

import static dev.aftersales.diagnosis.BatchAlarm.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.BatchAlarm;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time within which an emergency plan is to be started: each moment told once, at its own time (A4.7). */
class PlanClockIT extends IssuesOfTheRadar {

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
}
