package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.policies.ExporterPack;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Terms against a reference that counts months on its fingers. */
class TermDaysTest {

    private static final int CASES = 20_000;

    private final Random random = new Random(20_261_120);

    @Test
    void coversThroughTheSameDayOrTheEndOfAShorterMonth() {
        for (int i = 0; i < CASES; i++) {
            // Given
            LocalDate anchor = someDay();
            int months = 1 + random.nextInt(60);

            // When
            LocalDate last = TermDays.lastDay(anchor, Period.ofMonths(months));

            // Then
            assertThat(last).isEqualTo(countedOut(anchor, months));
        }
    }

    @Test
    void findsTheEarliestAnchorThatWouldHaveCovered() {
        for (int i = 0; i < CASES; i++) {
            // Given
            LocalDate claimed = someDay();
            int months = 1 + random.nextInt(60);

            // When
            LocalDate earliest = TermDays.earliestAnchor(claimed, Period.ofMonths(months));

            // Then
            assertThat(countedOut(earliest, months)).isAfterOrEqualTo(claimed);
            assertThat(countedOut(earliest.minusDays(1), months)).isBefore(claimed);
        }
    }

    @Test
    void judgesEveryDayAsTheReferenceDoes() {
        for (int i = 0; i < CASES; i++) {
            // Given
            LocalDate anchor = someDay();
            LocalDate claimed = countedOut(anchor, 12).plusDays(random.nextInt(7) - 3);
            boolean lateInTheDay = random.nextBoolean();

            // When
            LineOutcome judged = new GivenClaim()
                    .documents(GivenClaim.billOfLading(anchor.toString()))
                    .submitted(claimed + (lateInTheDay ? "T23:59:59.999" : "T00:00"))
                    .judged();

            // Then
            if (claimed.isAfter(countedOut(anchor, 12))) {
                assertThat(judged).isInstanceOf(LineOutcome.NotCovered.class);
            } else {
                assertThat(judged).isInstanceOf(LineOutcome.Admitted.class);
            }
        }
    }

    @Test
    void countsDaysInTheZoneOfThePolicy() {
        // Given: midnight in the policy's zone is still the day before in UTC
        GivenClaim claim = new GivenClaim().submitted("2026-03-15T00:00");
        assertThat(claim.facts().submittedAt()).isEqualTo("2026-03-14T16:00:00Z");
        assertThat(ExporterPack.POLICY.zone().getId()).isEqualTo("Asia/Shanghai");

        // When
        LineOutcome judged = claim.judged();

        // Then
        assertThat(judged).isInstanceOf(LineOutcome.NotCovered.class);
    }

    private LocalDate someDay() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(3_700));
    }

    private static LocalDate countedOut(LocalDate anchor, int months) {
        int year = anchor.getYear();
        int month = anchor.getMonthValue();
        for (int i = 0; i < months; i++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        int lastOfMonth = YearMonth.of(year, month).lengthOfMonth();
        return LocalDate.of(year, month, Math.min(anchor.getDayOfMonth(), lastOfMonth));
    }
}
