package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.START;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static dev.aftersales.diagnosis.radar.Radar.serials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the radar forgets, so that its state has a bound, and what it does not. */
class RadarRetentionTest {

    private final Radar radar = new Radar().withPolicies();

    @AfterEach
    void close() {
        radar.close();
    }

    @Test
    void forgetsWhatNoWindowCanCountAnyMore() {
        radar.claim(serials(1, 20));
        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 3)));
        radar.gauges();

        radar.at(START.plus(Retention.KEPT));
        walk();
        assertThat(radar.stored("entries")).isEqualTo(21);
        assertThat(radar.stored("claims")).isEqualTo(2);
        radar.at(START.plus(Retention.KEPT).plusMillis(1));
        walk();

        for (String store :
                List.of("entries", "groups", "claims", "units", "gauges", "gauge-times", "gauges-changed", "growth")) {
            assertThat(radar.stored(store)).as(store).isZero();
        }
    }

    @Test
    void keepsWhatItIsToldOnceOnly() {
        radar.lot("PX200-1", "L-7");
        radar.claim(serials(1, 31));
        ThresholdReached alarm = radar.alarms().getFirst();
        radar.resolve(alarm.groupId(), 1, START.plusSeconds(1));

        radar.at(START.plus(Retention.KEPT).plusMillis(1));
        walk();

        // The lot of a unit, and how many issues a group has had: the next is another one.
        assertThat(radar.stored("units")).isOne();
        assertThat(radar.stored("groups")).isOne();
        radar.claim(serials(41, 30));
        assertThat(radar.alarms()).singleElement().satisfies(next -> {
            assertThat(next.groupId()).isEqualTo(alarm.groupId());
            assertThat(next.episode()).isEqualTo(2);
        });
        radar.claim("PX200-1");
        assertThat(radar.gauges()).anySatisfy(gauge -> assertThat(gauge.lots()).containsExactly("L-7"));
    }

    /** A claim of before that is heard after it came to those of no lot by that. */
    @Test
    void keepsThatALotWasTakenBackAsLongAsWhatWasClaimedBeforeCounts() {
        radar.lot("PX200-30", "L-7");
        radar.claim(serials(1, 29));
        Instant takenBack = START.plus(Duration.ofDays(1));
        radar.at(takenBack);
        radar.lot("PX200-30", null);
        walk();

        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.reachedAt())
                .isEqualTo(takenBack));
    }

    @Test
    void forgetsThatALotWasTakenBackWithWhatWasClaimedBefore() {
        radar.lot("PX200-30", "L-7");
        radar.lot("PX200-30", null);

        radar.at(START.plus(Retention.KEPT));
        walk();
        assertThat(radar.stored("units")).isOne();
        radar.at(START.plus(Retention.KEPT).plusMillis(1));
        walk();

        assertThat(radar.stored("units")).isZero();
    }

    @Test
    void losesNoLineOfAnOpenIssueHoweverLongItIsOpen() {
        radar.claim(serials(1, 30));
        radar.told();

        radar.at(START.plus(Retention.KEPT).plus(Duration.ofDays(100)));
        walk();
        assertThat(radar.stored("entries")).isEqualTo(30);
        radar.claim("PX200-7", "PX200-31");

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(
                        grew.units())
                .isEqualTo(31));
    }

    @Test
    void whatIsHeardLateStillFindsItsNeighbours() {
        Instant late = START.plus(Duration.ofDays(3));
        radar.claim(serials(1, 29));
        radar.at(START.plus(Retention.KEPT));
        walk();

        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", late, List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.reachedAt())
                .isEqualTo(late));
    }

    @Test
    void whatIsOlderThanThatCountsNowhere() {
        radar.at(START.plus(Retention.KEPT).plusMillis(1));

        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 30)));

        assertThat(radar.told()).isEmpty();
        assertThat(radar.stored("claims")).isZero();
    }

    /** As a counting that reads the topics anew beside another: what it has counted so far is no news. */
    @Test
    void tellsNoGaugeWhileItReadsThePastOfItsTopics() {
        radar.said(Duration.ofDays(2));
        radar.claim(serials(1, 5));
        radar.pass(Duration.ofMillis(1900));
        radar.claim(serials(6, 5));
        radar.pass(Duration.ofMillis(1900));
        assertThat(radar.untoldGauges()).isEmpty();

        radar.pass(Duration.ofMillis(100));
        assertThat(radar.untoldGauges()).singleElement().satisfies(gauge -> assertThat(gauge.units())
                .isEqualTo(10));
    }

    private void walk() {
        for (int i = 0; i < 10; i++) {
            radar.pass(Walk.EVERY);
        }
    }
}
