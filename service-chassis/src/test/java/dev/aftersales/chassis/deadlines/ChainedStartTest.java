package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A late acknowledgment buys no time (A?4). */
class ChainedStartTest {

    private static final LocalTime CLOSE = LocalTime.of(18, 0);
    private static final Deadlines DEADLINES = new Deadlines(SHANGHAI, SampleCalendars.plain(SHANGHAI));
    private static final Instant DUE = at("2026-06-09T18:00");
    private static final Instant LONG_AFTER = at("2026-12-01T00:00");
    private static final Reckoning ACKNOWLEDGMENT = DEADLINES.reckon(
            Promise.within("A4.3", 2, Promise.Unit.BUSINESS_DAYS).closingAt(CLOSE),
            Start.at("CLAIM_RECEIVED", at("2026-06-05T10:00")),
            List.of());
    private static final Promise DIAGNOSIS =
            Promise.within("A4.4", 3, Promise.Unit.BUSINESS_DAYS).from(1).closingAt(CLOSE);

    @Test
    void countsFromTheEventThatCameInTime() {
        assertThat(Start.chained("ACK_SENT", ACKNOWLEDGMENT, DUE, LONG_AFTER)).isEqualTo(Start.at("ACK_SENT", DUE));
        assertThat(Start.chained("ACK_SENT", ACKNOWLEDGMENT, DUE.plusMillis(999), LONG_AFTER))
                .isEqualTo(Start.at("ACK_SENT", DUE));
    }

    @Test
    void countsFromTheDueTimeOfAnEventThatCameLate() {
        Instant late = at("2026-06-11T09:00");

        Start start = Start.chained("ACK_SENT", ACKNOWLEDGMENT, late, LONG_AFTER);

        assertThat(start).isEqualTo(new Start("ACK_SENT", late, DUE, "A4.3"));
        assertThat(DEADLINES.reckon(DIAGNOSIS, start, List.of()).dueAt()).isEqualTo(at("2026-06-12T18:00"));
    }

    @Test
    void countsFromTheDueTimeOfAnEventThatHasNotCome() {
        assertThat(Start.chained("ACK_SENT", ACKNOWLEDGMENT, null, DUE)).isNull();
        assertThat(Start.chained("ACK_SENT", ACKNOWLEDGMENT, null, DUE.plusSeconds(1)))
                .isEqualTo(new Start("ACK_SENT", null, DUE, "A4.3"));
    }

    @Test
    void countsFromTheEventWhereNothingWasDue() {
        Reckoning none = DEADLINES.reckon(
                Promise.none("D2.3a"), Start.at("APPLICATION_ACCEPTED", at("2026-06-05T10:00")), List.of());
        Instant event = at("2026-08-05T10:00");

        assertThat(Start.chained("ACK_SENT", none, event, LONG_AFTER)).isEqualTo(Start.at("ACK_SENT", event));
        assertThat(Start.chained("ACK_SENT", none, null, LONG_AFTER)).isNull();
    }

    @Test
    void saysWhichDueTimeCountsInsteadOfTheEvent() {
        assertThatThrownBy(() -> new Start("ACK_SENT", LONG_AFTER, DUE, null)).hasMessageContaining("counts from");
        assertThatThrownBy(() -> new Start("ACK_SENT", DUE, LONG_AFTER, "A4.3")).hasMessageContaining("counts from");
    }
}
