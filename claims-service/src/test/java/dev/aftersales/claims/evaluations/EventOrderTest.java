package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.deadlines.Given;
import dev.aftersales.claims.deadlines.PolicyClocks;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventOrderTest {

    /** By whole seconds; and where the start is late, so that the clock counts from when it was due (A?4), it may lie between. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A | CLAIM_RECEIVED=2026-06-05T02:00:00Z ACK_SENT=2026-06-05T01:59:59Z | ACK_SENT
            A | CLAIM_RECEIVED=2026-06-05T02:00:00Z ACK_SENT=2026-06-05T01:00:00Z DIAGNOSIS_CONCLUDED=2026-06-05T00:30:00Z | ACK_SENT DIAGNOSIS_CONCLUDED
            A | CLAIM_RECEIVED=2026-06-05T02:00:00.9Z ACK_SENT=2026-06-05T02:00:00.1Z | -
            A | CLAIM_RECEIVED=2026-06-05T02:00:00Z ACK_SENT=2026-06-12T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-10T02:00:00Z | -
            A | CLAIM_RECEIVED=2026-06-05T02:00:00Z ACK_SENT=2026-06-12T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-08T02:00:00Z | DIAGNOSIS_CONCLUDED
            A | CLAIM_RECEIVED=2026-06-05T02:00:00Z DIAGNOSIS_CONCLUDED=2026-06-08T02:00:00Z | -
            D | APPLICATION_ACCEPTED=2026-06-05T02:00:00Z DEVICE_SENT=2026-06-04T02:00:00Z DEVICE_RECEIVED=2026-06-04T03:00:00Z | DEVICE_SENT DEVICE_RECEIVED
            """)
    void namesWhatAClockStopsWithBeforeItBegins(String policy, String events, String wrong) {
        // Given
        Map<String, Instant> happened = Arrays.stream(events.split(" "))
                .map(event -> event.split("="))
                .collect(Collectors.toMap(event -> event[0], event -> Instant.parse(event[1])));
        Given given = new Given(happened, List.of(), Map.of(), 1, Instant.parse("2026-06-30T00:00:00Z"));

        // When
        List<Map<String, Object>> errors = EventOrder.errors(
                new PolicyClocks(ShippedPacks.policy(policy).rules(), GivenCalendars.china()).standings(given), given);

        // Then
        assertThat(errors).extracting(error -> error.get("rule")).allMatch("order"::equals);
        assertThat(errors)
                .extracting(error -> String.valueOf(error.get("field")))
                .containsExactlyElementsOf(Arrays.stream(wrong.split(" "))
                        .filter(event -> !event.equals("-"))
                        .map(event -> "events." + event)
                        .toList());
    }
}
