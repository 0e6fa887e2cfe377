package dev.aftersales.claims.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clock that was stopped has told what was due before, as a claim does that is seen to at every moment. */
class ScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            A4.4 done in time, after the target | A | A4.4 | ACK_SENT=2026-06-08T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-11T02:00:00Z | TARGET | -
            in the second of the target | A | A4.4 | ACK_SENT=2026-06-08T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-09T10:00:00Z | - | -
            too late, after a step | A | A4.4 | ACK_SENT=2026-06-08T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-16T02:00:00Z | TARGET BREACH ESCALATION | -
            too late, within the second | A | A4.4 | ACK_SENT=2026-06-08T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-11T10:00:01Z | TARGET BREACH | -
            A4.3 too late | A | A4.3 | CLAIM_RECEIVED=2026-06-05T02:00:00Z ACK_SENT=2026-06-12T02:00:00Z | BREACH ESCALATION | -
            E3.3 answered after three hours | E | E3.3 | FAULT_REPORTED=2026-06-05T02:00:00Z FIRST_HUMAN_RESPONSE=2026-06-05T05:00:00Z | TARGET BREACH | -
            D2.6 paid a day after the month | D | D2.6 | PAYMENT_NOTICE=2027-01-31T02:48:11Z PAID=2027-03-01T02:48:16Z | ESCALATION | -
            D4.2a sent on day 4 | D | D4.2a | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_SENT=2026-06-09T02:00:00Z | REMINDER | -
            D4.2a never sent, arrived too late | D | D4.2a | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_RECEIVED=2026-06-22T02:00:00Z | REMINDER REMINDER REMINDER | -
            D4.2b the same | D | D4.2b | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_RECEIVED=2026-06-22T02:00:00Z | EXPIRY | 2026-06-20T16:00:00Z
            D?6 arrived in the grace | D | D4.2b | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_SENT=2026-06-10T02:00:00Z DEVICE_RECEIVED=2026-06-25T02:00:00Z | HOLD | -
            D?6 arrived after the grace | D | D4.2b | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_SENT=2026-06-10T02:00:00Z DEVICE_RECEIVED=2026-06-30T02:00:00Z | HOLD EXPIRY | 2026-06-27T16:00:00Z
            arrived in time | D | D4.2b | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_RECEIVED=2026-06-20T15:59:59Z | - | -
            """)
    void tellsWhatWasDueBeforeTheStop(
            String why, String policy, String clause, String given, String expected, Instant endsAt) {
        // Given
        PolicyRules rules = ShippedPacks.policy(policy).rules();
        Map<String, Instant> events = events(given);
        ClockStanding standing = new PolicyClocks(rules, GivenCalendars.china())
                .standings(new Given(events, List.of(), Map.of(), 1, Instant.parse("2027-04-01T00:00:00Z"))).stream()
                        .filter(each -> each.clock().clause().equals(clause))
                        .findFirst()
                        .orElseThrow();

        // When
        Schedule schedule = Schedule.inTime(standing, new CustomersClock(rules), events);

        // Then
        assertThat(schedule.due().stream().map(due -> due.what().name()))
                .as(why)
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(schedule.endsAt()).as(why).isEqualTo(endsAt);
        assertThat(schedule.heldUntil()).as(why).isNull();
    }

    private static Map<String, Instant> events(String given) {
        Map<String, Instant> events = new HashMap<>();
        Arrays.stream(given.split(" "))
                .map(each -> each.split("="))
                .forEach(each -> events.put(each[0], Instant.parse(Objects.requireNonNull(each[1]))));
        return events;
    }
}
