package dev.aftersales.claims.claims;

import static dev.aftersales.claims.claims.Course.application;
import static dev.aftersales.claims.claims.Course.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said only after a deadline had passed, of what was done before. */
class LateWordsTest {

    private static final ReportMilestone.Reported SENT = ReportMilestone.Reported.DEVICE_SENT;

    @Test
    void newsOfWhatHappenedBeforeABreachLosesNoTimeThatTheBreachStarted() {
        // Given: A4.3 is broken, and A4.4 has begun with that
        Course course = Course.of("A", 2, "2026-06-05T10:00");
        course.advance("2026-06-10T09:00");

        // When
        course.move("2026-06-08T11:00", line -> line.at(new LineState.NotCovered("/quote")), 1);
        course.advance("2026-06-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::lines, DeadlineBreached::dueAt)
                .containsExactly(
                        tuple("A4.3", List.of(1, 2), at("2026-06-09T18:00")),
                        tuple("A4.4", List.of(2), at("2026-06-12T18:00")));
    }

    /** Whoever proves that a promise was kept by a word that came after the breach shows that it came after the breach. */
    @Test
    void aWordSaidOnlyAfterwardsIsNamedAndWhatHadBeenToldBefore() {
        // Given: broken at 12:00:01
        Course course = Course.of("E", 1, "2026-06-06T10:00");
        course.advance("2026-06-06T13:00");

        // When
        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T13:00",
                1);

        // Then
        assertThat(course.states("2026-06-06T13:00")).contains(tuple("E3.3", DeadlineState.MET));
        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.ENGLISH))
                .endsWith(
                        "Done in time: Sat 2026-06-06 10:07:00.",
                        "Said only afterwards: Sat 2026-06-06 13:00:00, by: agent.",
                        "Before that, it had been told as not done in time: Sat 2026-06-06 12:00:01.")
                .as("no person")
                .noneMatch(sentence -> sentence.contains("somebody"));
        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.CHINESE))
                .endsWith(
                        "已按时完成：2026-06-06（周六）10:07:00。",
                        "系事后补报：2026-06-06（周六）13:00:00，报告人：客服人员。",
                        "在此之前，已于 2026-06-06（周六）12:00:01 通报为未按时完成。");
    }

    @Test
    void aWordSaidAtTheTimeNeedsNoMention() {
        Course course = Course.of("E", 1, "2026-06-06T10:00");

        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T10:07",
                1);

        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.ENGLISH).getLast())
                .isEqualTo("Done in time: Sat 2026-06-06 10:07:00.");
    }

    /** What was done too late is a breach whoever says it and when: the breach is contradicted by nothing. */
    @Test
    void aLateWordOfALateDeedContradictsNoBreach() {
        Course course = Course.of("E", 1, "2026-06-06T10:00");
        course.advance("2026-06-06T14:00");

        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T13:00",
                "2026-06-06T14:00",
                1);

        assertThat(course.words("E3.3", "2026-06-06T14:00", Locale.ENGLISH))
                .endsWith(
                        "Done too late: Sat 2026-06-06 13:00:00.",
                        "Said only afterwards: Sat 2026-06-06 14:00:00, by: agent.");
    }

    /** A told breach does not vanish because the acknowledgment was only heard of late. */
    @Test
    void whatIsHeardOfOnlyAfterItsBreachWasToldSaysSo() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.advance("2026-06-10T10:00");

        // When
        course.acknowledge("2026-06-05T10:00:20");

        // Then
        assertThat(course.states("2026-06-10T10:00")).contains(tuple("A4.3", DeadlineState.MET));
        assertThat(course.words("A4.3", "2026-06-10T10:00", Locale.ENGLISH))
                .endsWith(
                        "Heard of only afterwards.",
                        "Before that, it had been told as not done in time: Tue 2026-06-09 18:00:01.");
        assertThat(course.words("A4.3", "2026-06-10T10:00", Locale.CHINESE)).contains("系事后才得知。");
    }

    @Test
    void aLateWordNamesTheWarningThatWasForNothing() {
        // Given
        Course answered = Course.of("E", 1, "2026-06-06T10:00");
        answered.advance("2026-06-06T11:30");
        Course held = application();
        held.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-10T10:00", "2026-06-10T10:00", 1);
        held.advance("2026-06-22T09:00");

        // When
        answered.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T11:30",
                1);
        held.received("2026-06-20T12:00", "2026-06-22T09:00", 1);

        // Then
        assertThat(answered.words("E3.3", "2026-06-06T11:30", Locale.ENGLISH).getLast())
                .isEqualTo("Before that, it had been warned of as not done yet: Sat 2026-06-06 11:00:00.");
        assertThat(held.words("D4.2b", "2026-06-22T09:00", Locale.ENGLISH).getLast())
                .isEqualTo("Before that, it had been told as held open for want of it: Sun 2026-06-21 00:00:00.");
    }
}
