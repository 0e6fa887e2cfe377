package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.OF_POLICY_A;
import static dev.aftersales.diagnosis.radar.Radar.RULE;
import static dev.aftersales.diagnosis.radar.Radar.START;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static dev.aftersales.diagnosis.radar.Radar.serials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.BehindGauge;
import dev.aftersales.contracts.events.radar.GroupGauged.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How full groups are, on the topology as it runs. */
class RadarGaugesTest {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private Radar radar = new Radar().withPolicies();

    @AfterEach
    void close() {
        radar.close();
    }

    @Test
    void tellsTwentyThreeOfThirtyRising() {
        radar.claim(serials(1, 20));
        radar.at(START.plusSeconds(60));
        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", radar.now(), List.of(new UnitLine(1, null, 3)));

        assertThat(radar.gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.units()).isEqualTo(23);
            assertThat(gauge.threshold()).isEqualTo(30);
            assertThat(gauge.unverified()).isEqualTo(3);
            assertThat(gauge.trend()).isEqualTo(Trend.RISING);
            assertThat(gauge.clause()).isEqualTo("A4.7");
            assertThat(gauge.policyVersion()).isEqualTo("A-1");
            assertThat(gauge.group().model()).isEqualTo("PX-200");
            assertThat(gauge.firstSeen()).isEqualTo(START);
            assertThat(gauge.lastSeen()).isEqualTo(START.plusSeconds(60));
            assertThat(gauge.claims()).isEqualTo(2);
            assertThat(gauge.latestClaims())
                    .containsExactly(
                            new BehindGauge("clm-2", 3, START.plusSeconds(60)), new BehindGauge("clm-1", 20, START));
            assertThat(gauge.open()).isFalse();
            assertThat(gauge.episode()).isZero();
        });
    }

    @Test
    void tellsAGroupOnceASecondAndNothingOnTheWayOfTheAlarm() {
        for (String serial : serials(1, 29)) {
            radar.claim(serial);
        }
        assertThat(radar.untoldGauges()).isEmpty();

        assertThat(radar.gauges()).singleElement().satisfies(gauge -> assertThat(gauge.units())
                .isEqualTo(29));
        radar.claim("PX200-30");
        radar.pass(Duration.ofMillis(900));
        assertThat(radar.untoldGauges()).isEmpty();
        radar.pass(Duration.ofMillis(100));
        assertThat(radar.untoldGauges()).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatIsNoNews() {
        radar.claim("PX200-1");
        assertThat(radar.gauges()).hasSize(1);

        radar.at(START.plusSeconds(1));
        radar.policy(VENDOR, "A-2", START.plusSeconds(1), 30, WINDOW, OF_POLICY_A);
        assertThat(radar.gauges()).singleElement().satisfies(gauge -> assertThat(gauge.policyVersion())
                .isEqualTo("A-2"));
        radar.at(START.plusSeconds(2));
        assertThat(radar.gauges()).isEmpty();
    }

    @Test
    void tellsThatAnIssueIsOpenWhichUnitsMadeThatWereStatedAnew() {
        Stream.of(serials(1, 30)).forEach(serial -> radar.lot(serial, "LD"));
        radar.claim(serials(1, 15));
        String wrong = radar.claim(serials(101, 15));
        radar.gauges();

        radar.restate(
                wrong,
                IntStream.rangeClosed(1, 15)
                        .mapToObj(line -> new UnitLine(line, serials(15 + line, 1)[0], 1))
                        .toArray(UnitLine[]::new));
        // It is told by its units before the second is over, after which it is found to be a batch.
        radar.pass(GaugeTurns.EVERY);

        assertThat(radar.gauges().getLast()).satisfies(gauge -> {
            assertThat(gauge.units()).isEqualTo(30);
            assertThat(gauge.open()).isTrue();
        });
    }

    @Test
    void aUnitLeavesTheWindowByItselfToTheMillisecond() {
        radar.claim("PX200-1");
        radar.gauges();
        radar.at(START.plus(DAY));
        radar.gauges();

        radar.at(START.plus(WINDOW));
        assertThat(radar.gauges()).isEmpty();
        radar.at(START.plus(WINDOW).plusMillis(1));

        assertThat(radar.gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.units()).isZero();
            assertThat(gauge.claims()).isZero();
            assertThat(gauge.firstSeen()).isNull();
            assertThat(gauge.trend()).isEqualTo(Trend.FALLING);
        });
        radar.at(START.plus(WINDOW).plus(DAY).plusMillis(1));
        assertThat(radar.gauges()).isEmpty();
    }

    @Test
    void aUnitThatIsClaimedAgainStaysForItsLaterClaim() {
        radar.claim("PX200-1");
        radar.at(START.plus(Duration.ofDays(10)));
        radar.claim("PX200-1");
        radar.gauges();

        radar.at(START.plus(WINDOW).plusMillis(1));

        assertThat(radar.gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.units()).isOne();
            assertThat(gauge.claims()).isOne();
            assertThat(gauge.trend()).isEqualTo(Trend.STEADY);
        });
    }

    @Test
    void aGroupRisesByUnitsThatComeToItByADiagnosis() {
        String claim = radar.claim("PX200-1", "PX200-2");
        radar.at(START.plus(DAY.multipliedBy(2)));
        assertThat(trend()).isEqualTo(Trend.STEADY);

        radar.diagnose(claim, 1, "P-777");

        assertThat(radar.gauges()).anySatisfy(gauge -> {
            assertThat(gauge.group().faultFamily()).isEqualTo("P-777");
            assertThat(gauge.trend()).isEqualTo(Trend.RISING);
        });
        radar.at(START.plus(DAY.multipliedBy(3)));
        assertThat(trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void theTrendComparesWithTheWindowThatEndedADayBefore() {
        radar.claim("PX200-1", "PX200-2");
        assertThat(trend()).isEqualTo(Trend.RISING);
        radar.at(START.plus(DAY).minusMillis(1));
        assertThat(radar.gauges()).isEmpty();
        radar.at(START.plus(DAY));
        assertThat(trend()).isEqualTo(Trend.STEADY);

        radar.at(START.plus(Duration.ofDays(10)));
        radar.claim("PX200-3");
        assertThat(trend()).isEqualTo(Trend.RISING);
        radar.at(START.plus(Duration.ofDays(11)));
        assertThat(trend()).isEqualTo(Trend.STEADY);

        radar.at(START.plus(WINDOW).plusMillis(1));
        assertThat(trend()).isEqualTo(Trend.FALLING);
        radar.at(START.plus(WINDOW).plus(DAY));
        assertThat(radar.gauges()).isEmpty();
        radar.at(START.plus(WINDOW).plus(DAY).plusMillis(1));
        assertThat(trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void whenTheClockMovesByWeeksEveryGroupEmpties() {
        for (int i = 1; i <= 40; i++) {
            radar.claim(VENDOR, "holder-" + i, "PX-200", "P-501", START, List.of(new UnitLine(1, "PX200-" + i, 1)));
        }
        assertThat(radar.gauges()).hasSize(40);

        radar.at(START.plus(Duration.ofDays(70)));

        assertThat(radar.gauges()).hasSize(40).allMatch(gauge -> gauge.units() == 0);
    }

    @Test
    void aGaugeGoesOnBeyondWhatItToldWhenItsGroupWasEmpty() {
        radar.claim("PX200-1");
        List<Long> first = radar.gaugeSequences();
        radar.at(START.plus(WINDOW).plusMillis(1));
        List<Long> emptied = radar.gaugeSequences();
        radar.at(START.plus(WINDOW).plusMillis(2));
        radar.claim("PX200-2");
        List<Long> again = radar.gaugeSequences();

        assertThat(List.of(first.getFirst(), emptied.getFirst(), again.getFirst()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anOpenIssueSaysSoAndItsClosingEmptiesTheGauge() {
        radar.claim(serials(1, 31));
        GroupGauged open = radar.gauges().getLast();
        assertThat(open.open()).isTrue();
        assertThat(open.episode()).isOne();
        assertThat(open.units()).isEqualTo(31);

        radar.at(START.plus(DAY));
        radar.resolve(open.groupId(), 1, radar.now());

        GroupGauged closed = radar.gauges().getLast();
        assertThat(closed.units()).isZero();
        assertThat(closed.open()).isFalse();
        radar.at(START.plus(Duration.ofDays(2)));
        radar.claim("PX200-40");
        assertThat(radar.gauges().getLast().units()).isOne();
    }

    @Test
    void aLotThatIsEnteredLaterMovesItsUnitsFromGaugeToGauge() {
        radar.claim("PX200-1", "PX200-2");
        String unknown = radar.gauges().getFirst().groupId();

        radar.lot("PX200-1", "L-7");
        radar.lot("PX200-2", "L-7");

        assertThat(radar.gauges())
                .hasSize(2)
                .anySatisfy(gauge -> {
                    assertThat(gauge.groupId()).isEqualTo(unknown);
                    assertThat(gauge.units()).isZero();
                })
                .anySatisfy(gauge -> {
                    assertThat(gauge.lots()).containsExactly("L-7");
                    assertThat(gauge.units()).isEqualTo(2);
                });
    }

    @Test
    void whereTheRuleDoesNotAskForLotsTheGaugeNamesThem() {
        Set<Trait> models = Set.of(Trait.MODEL);
        radar.close();
        radar = new Radar(new Grouping(Map.of(VENDOR, List.of(new Grouping.Rule(RULE, models)))));
        radar.policy(VENDOR, "A-1", Instant.EPOCH, 30, WINDOW, models);
        radar.lot("PX200-1", "L-7");
        radar.claim(serials(1, 30));
        assertThat(radar.alarms()).hasSize(1);
        assertThat(radar.untoldGauges().getLast().lots()).containsExactly("L-7");

        radar.lot("PX200-2", "L-8");

        assertThat(radar.gauges().getLast().lots()).containsExactly("L-7", "L-8");
        assertThat(radar.told()).as("the same lines of the same issue").isEmpty();
    }

    @Test
    void namesTheLastHundredClaimsAndCountsAll() {
        for (int i = 1; i <= 120; i++) {
            radar.at(START.plusSeconds(i));
            radar.claim("PX200-1");
        }

        assertThat(radar.gauges().getLast()).satisfies(gauge -> {
            assertThat(gauge.units()).isOne();
            assertThat(gauge.claims()).isEqualTo(120);
            assertThat(gauge.latestClaims()).hasSize(100);
            assertThat(gauge.latestClaims().getFirst().claimId()).isEqualTo("clm-120");
        });
    }

    @Test
    void anotherThresholdOrWindowShowsInPlaceAndARuleThatGroupsInAnotherWayEmptiesTheGauge() {
        radar.claim("PX200-1");
        radar.at(START.plus(Duration.ofDays(20)));
        radar.claim("PX200-2");
        radar.gauges();

        radar.policy(VENDOR, "A-2", radar.now(), 40, Duration.ofDays(10), OF_POLICY_A);
        assertThat(radar.gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.units()).isOne();
            assertThat(gauge.threshold()).isEqualTo(40);
        });
        radar.at(START.plus(Duration.ofDays(21)));
        radar.policy(VENDOR, "A-3", radar.now(), 40, Duration.ofDays(10), Set.of(Trait.MODEL));
        assertThat(radar.gauges()).singleElement().satisfies(gauge -> assertThat(gauge.units())
                .isZero());
    }

    private Trend trend() {
        return radar.gauges().getLast().trend();
    }
}
