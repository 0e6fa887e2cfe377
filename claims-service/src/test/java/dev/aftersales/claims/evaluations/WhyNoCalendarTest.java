package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.calendars.GivenCalendars;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhyNoCalendarTest {

    @Test
    void saysOfACalendarOfAnotherZoneThatItIsThereAndOfWhichZoneItIs() {
        assertThat(DeadlineEvaluationsController.whyNoCalendar(GivenCalendars.china(), ZoneId.of("Europe/Berlin")))
                .isEqualTo("the calendar that it names is of the zone Asia/Shanghai, and the version of Europe/Berlin");
        assertThat(DeadlineEvaluationsController.whyNoCalendar(null, ZoneId.of("Europe/Berlin")))
                .isEqualTo("its vendor has not the calendar that it names");
    }
}
