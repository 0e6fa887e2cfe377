package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.OF_POLICY_A;
import static dev.aftersales.diagnosis.radar.Radar.RULE;
import static dev.aftersales.diagnosis.radar.Radar.START;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static dev.aftersales.diagnosis.radar.Radar.serials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A4.7 and A?8, on the topology as it runs. */
class RadarTopologyTest {

    private static final int MORE_GROUPS_THAN_A_TURN_TAKES = 450;

    private static final Duration WINDOW = Duration.ofDays(30);

    private Radar radar = new Radar().withPolicies();

    @AfterEach
    void close() {
        radar.close();
    }

    @Test
    void thirtyUnitsOfTwoClaimsRing() {
        radar.claim(serials(1, 15));
        assertThat(radar.alarms()).isEmpty();

        radar.at(START.plus(Duration.ofHours(5)));
        radar.claim(serials(16, 15));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.units()).isEqualTo(30);
            assertThat(alarm.unverified()).isZero();
            assertThat(alarm.episode()).isOne();
            assertThat(alarm.terms().clause()).isEqualTo("A4.7");
            assertThat(alarm.terms().reading()).isEqualTo("R-A8");
            assertThat(alarm.policyVersion()).isEqualTo("A-1");
            assertThat(alarm.reachedAt()).isEqualTo(START.plus(Duration.ofHours(5)));
            assertThat(alarm.group().contractHolder()).isEqualTo("nordwind");
            assertThat(alarm.group().model()).isEqualTo("PX-200");
            assertThat(alarm.group().lot()).isNull();
            assertThat(alarm.lines()).hasSize(30);
        });
    }

    @Test
    void aLineThatWasWithdrawnCountsNoMore() {
        String first = radar.claim(serials(1, 29));
        radar.withdraw(first, 29, 28, 28);
        radar.withdraw(first, 29);
        radar.claim(serials(30, 2));
        assertThat(radar.alarms()).isEmpty();

        radar.claim(serials(28, 1));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.units()).isEqualTo(30);
            assertThat(alarm.lines()).extracting(CountedLine::serial).doesNotContain("PX200-29");
        });
    }

    @Test
    void aLineThatIsWithdrawnAfterTheAlarmGoesFromItsIssue() {
        String claim = radar.claim(serials(1, 30));
        assertThat(radar.alarms()).hasSize(1);

        radar.withdraw(claim, 30, 99);

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> {
            assertThat(grew.units()).isEqualTo(29);
            assertThat(grew.went()).extracting(CountedLine::serial).containsExactly("PX200-30");
        });
        radar.withdraw(claim, 30);
        radar.identify(claim, 30, "PX200-31");
        radar.diagnose(claim, 30, "P-502");
        assertThat(radar.told()).isEmpty();
    }

    @Test
    void twentyNineUnitsAndADuplicateDoNot() {
        radar.claim(serials(1, 29));
        radar.claim("PX200-7");

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void oneClaimOfThirtyRingsAtIntakeAndSaysThatNobodyVerifiedThem() {
        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 30)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.units()).isEqualTo(30);
            assertThat(alarm.unverified()).isEqualTo(30);
        });
    }

    @Test
    void aClaimSaidAgainCountsOnce() {
        List<UnitLine> lines = List.of(new UnitLine(1, null, 29));
        radar.submit("clm-x", VENDOR, "nordwind", "PX-200", "P-501", START, lines);
        radar.submit("clm-x", VENDOR, "nordwind", "PX-200", "P-501", START, lines);

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void whatIsClaimedAfterTheAlarmIsGrowthAndRingsNoMore() {
        radar.claim(serials(1, 30));
        assertThat(radar.alarms()).hasSize(1);

        radar.claim("PX200-31", "PX200-7");

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> {
            assertThat(grew.units()).isEqualTo(31);
            // The claim of a unit that is counted already is part of the issue as well.
            assertThat(grew.came()).extracting(CountedLine::serial).containsExactlyInAnyOrder("PX200-31", "PX200-7");
        });
    }

    @Test
    void codesOfOneFamilyAreAlike() {
        radar.family("P-501", "POWER");
        radar.family("P-502", "POWER");
        radar.claim(serials(1, 29));
        radar.claim(VENDOR, "nordwind", "PX-200", "P-503", radar.now(), List.of(new UnitLine(1, "PX200-30", 1)));
        assertThat(radar.alarms()).isEmpty();

        radar.claim(VENDOR, "nordwind", "PX-200", "P-502", radar.now(), List.of(new UnitLine(1, "PX200-31", 1)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.group().faultFamily()).isEqualTo("POWER");
            assertThat(alarm.lines())
                    .as("each says with which code it was claimed")
                    .extracting(CountedLine::faultCode)
                    .containsOnly("P-501", "P-502");
        });
    }

    @Test
    void aUnitCountsWhereItsDiagnosisPutsIt() {
        radar.family("P-501", "POWER");
        radar.claim(serials(1, 29));
        String other = radar.claim(
                VENDOR, "nordwind", "PX-200", "X-999", radar.now(), List.of(new UnitLine(1, "PX200-30", 1)));
        assertThat(radar.alarms()).isEmpty();

        radar.diagnose(other, 1, "POWER");

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.units())
                .isEqualTo(30));
    }

    @Test
    void aDiagnosisThatIsHeardBeforeItsClaimCountsAllTheSame() {
        radar.claim(serials(1, 29));
        radar.diagnose("clm-2", 1, "P-501");
        radar.diagnose("clm-2", 1, "P-501");

        radar.claim(VENDOR, "nordwind", "PX-200", "X-999", radar.now(), List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).hasSize(1);
    }

    @Test
    void aUnitThatFailedOtherwiseLeavesTheGroup() {
        String one = radar.claim("PX200-1");
        radar.diagnose(one, 1, "WATER");
        radar.claim(serials(2, 29));
        assertThat(radar.told()).isEmpty();

        radar.claim("PX200-31");

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.lines())
                .extracting(CountedLine::serial)
                .doesNotContain("PX200-1"));
    }

    @Test
    void aRadarThatLostWhatItCountedGoesOnBeyondWhatItTold() {
        // Given
        radar.claim(serials(1, 30));
        radar.settle();
        radar.claim("PX200-31");
        List<Long> before = radar.sequences();

        // When
        List<Long> after;
        try (Radar anew = new Radar().withPolicies()) {
            anew.at(START.plusSeconds(60));
            anew.claim(serials(1, 31));
            after = anew.sequences();
        }

        // Then
        assertThat(before).hasSize(2).isSorted();
        assertThat(after).isNotEmpty().allMatch(sequence -> sequence > before.getLast());
    }

    @Test
    void whatAnIssueGrewByLongAgoIsToldWhenAllOfItIsRead() {
        radar.said(Duration.ofHours(1));
        radar.claim(serials(1, 31));
        assertThat(radar.told()).singleElement().isInstanceOf(ThresholdReached.class);

        radar.claim(serials(32, 29));
        assertThat(radar.told()).as("less than is known of it by now").isEmpty();
        radar.pass(Duration.ofSeconds(2));

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(
                        grew.units())
                .isEqualTo(60));
    }

    /** Claims have no order among each other: the clock counts from the claim that made it thirty, whenever that is heard. */
    @Test
    void aClaimThatIsHeardLateMovesTheMomentAtWhichItWasABatch() {
        radar.claim(serials(1, 28));
        radar.at(START.plusSeconds(20));
        radar.claim("PX200-30");
        radar.at(START.plusSeconds(30));
        radar.claim("PX200-31");
        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(START.plusSeconds(30));

        radar.claim(
                VENDOR, "nordwind", "PX-200", "P-501", START.plusSeconds(10), List.of(new UnitLine(1, "PX200-29", 1)));
        radar.claim("PX200-32");

        assertThat(radar.told()).isNotEmpty().allSatisfy(grew -> assertThat(((GroupGrew) grew).reachedAt())
                .isEqualTo(START.plusSeconds(20)));
    }

    @Test
    void moreUnitsThanCanBeCountedAreAsManyAsCan() {
        radar.claim(
                VENDOR,
                "nordwind",
                "PX-200",
                "E-110",
                START,
                List.of(new UnitLine(1, null, Integer.MAX_VALUE), new UnitLine(2, null, Integer.MAX_VALUE)));

        assertThat(radar.told().getLast()).isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(grew.units())
                .isEqualTo(Integer.MAX_VALUE));
    }

    @Test
    void ringsAgainAfterQuantitiesThatNoSumCanHold() {
        Instant at = radar.now();
        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", at, List.of(new UnitLine(1, null, Integer.MAX_VALUE)));
        ThresholdReached first = radar.alarms().getFirst();
        radar.resolve(first.groupId(), 1, at);

        radar.at(at.plusSeconds(1));
        radar.claim(
                VENDOR, "nordwind", "PX-200", "P-501", radar.now(), List.of(new UnitLine(1, null, Integer.MAX_VALUE)));

        assertThat(radar.alarms()).singleElement().satisfies(again -> assertThat(again.episode())
                .isEqualTo(2));
    }

    @Test
    void aThousandLinesRingOnceAndGrowByDigests() {
        radar.claim(serials(1, 1000));

        List<Event> told = radar.told();
        assertThat(told.getFirst()).isInstanceOf(ThresholdReached.class);
        assertThat(told).hasSize(3);
        assertThat(told.getLast()).isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(grew.units())
                .isEqualTo(1000));
    }

    @Test
    void bothEdgesOfTheWindowCountToTheMillisecond() {
        radar.claim("PX200-1");
        radar.at(START.plus(WINDOW));
        radar.claim(serials(2, 29));

        assertThat(radar.alarms()).hasSize(1);
    }

    @Test
    void aMillisecondBeyondTheWindowDoesNotCount() {
        radar.claim("PX200-1");
        radar.at(START.plus(WINDOW).plusMillis(1));
        radar.claim(serials(2, 29));

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void aUnitThatFailsAgainCountsFromItsLaterClaimToo() {
        radar.claim("PX200-1");
        radar.at(START.plus(Duration.ofDays(20)));
        radar.claim("PX200-1");
        radar.at(START.plus(Duration.ofDays(40)));
        radar.claim(serials(2, 29));

        assertThat(radar.alarms()).hasSize(1);
    }

    @Test
    void aClaimThatIsHeardLateCompletesTheWindowThatItFallsInto() {
        radar.claim(serials(1, 10));
        Instant last = START.plus(Duration.ofDays(29));
        radar.at(last);
        radar.claim(serials(11, 19));
        radar.at(START.plus(Duration.ofDays(33)));

        radar.claim(
                VENDOR,
                "nordwind",
                "PX-200",
                "P-501",
                START.plus(Duration.ofDays(3)),
                List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.reachedAt())
                .isEqualTo(last));
    }

    @Test
    void otherHoldersModelsFaultsLotsAndVendorsAreOtherGroups() {
        radar.claim(serials(1, 29));
        List<UnitLine> one = List.of(new UnitLine(1, "PX200-30", 1));
        radar.claim(VENDOR, "suedwind", "PX-200", "P-501", START, one);
        radar.claim(VENDOR, "nordwind", "PX-300", "P-501", START, one);
        radar.claim(VENDOR, "nordwind", "PX-200", "P-502", START, one);
        radar.claim("other", "nordwind", "PX-200", "P-501", START, one);
        radar.lot("PX200-31", "L-7");
        radar.claim("PX200-31");

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void aLotThatIsEnteredAfterTheClaimMovesItsUnits() {
        radar.lot("PX200-1", "L-7");
        radar.claim(serials(1, 30));
        assertThat(radar.told()).isEmpty();

        for (int i = 2; i <= 30; i++) {
            radar.lot("PX200-" + i, "L-7");
        }

        assertThat(radar.alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.group().lot()).isEqualTo("L-7"));
    }

    @Test
    void aLineCountsByItsSerialAsSoonAsSomebodySaysIt() {
        radar.claim(serials(1, 29));
        String claim = radar.claim(VENDOR, "suedwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 1)));
        radar.identify(claim, 1, "PX200-1");
        String twin = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 1)));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.unverified())
                .isOne());
        radar.identify(twin, 1, "PX200-1");

        assertThat(radar.told().getLast()).isInstanceOfSatisfying(GroupGrew.class, grew -> {
            assertThat(grew.units()).isEqualTo(29);
            assertThat(grew.unverified()).isZero();
            assertThat(grew.went()).extracting(CountedLine::serial).containsExactly((String) null);
        });
    }

    /** The customer says serials of some of the units that were claimed as a quantity. */
    @Test
    void unitsThatGetTheirSerialsStayAsManyAndRingNoFalseAlarm() {
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 20)));

        radar.restate(
                claim,
                Stream.concat(
                                IntStream.rangeClosed(1, 15).mapToObj(unit -> new UnitLine(unit, "PX200-" + unit, 1)),
                                Stream.of(new UnitLine(16, null, 5)))
                        .toArray(UnitLine[]::new));
        assertThat(radar.told()).isEmpty();
        assertThat(radar.gauges().getLast()).satisfies(gauge -> {
            assertThat(gauge.units()).isEqualTo(20);
            assertThat(gauge.unverified()).isEqualTo(5);
        });

        radar.claim(serials(10, 6));
        assertThat(radar.told()).as("units that count already").isEmpty();
        radar.claim(serials(16, 10));
        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.units())
                .isEqualTo(30));
    }

    @Test
    void aSerialThatIsPutRightTakesThePlaceOfTheWrongOne() {
        radar.lot("PX200-1", "L-7");
        String claim = radar.claim("PX2O0-1");

        radar.restate(claim, new UnitLine(1, "PX200-1", 1));
        radar.restate(claim, new UnitLine(1, "PX200-1", 1));

        assertThat(radar.gauges()).filteredOn(gauge -> gauge.units() > 0).last().satisfies(gauge -> {
            assertThat(gauge.group().lot()).isEqualTo("L-7");
            assertThat(gauge.units()).isOne();
        });
    }

    @Test
    void unitsRingWhenTheirSerialsSayOfWhichLotTheyAre() {
        for (int unit = 1; unit <= 30; unit++) {
            radar.lot("PX200-" + unit, "L-7");
        }
        radar.claim(serials(1, 25));
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 5)));
        assertThat(radar.alarms()).isEmpty();

        radar.restate(
                claim,
                IntStream.rangeClosed(26, 30)
                        .mapToObj(unit -> new UnitLine(unit - 25, "PX200-" + unit, 1))
                        .toArray(UnitLine[]::new));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.units()).isEqualTo(30);
            assertThat(alarm.reachedAt()).isEqualTo(START);
        });
    }

    /** A?8: the event that made it thirty is then the diagnosis, not a claim that nobody could count there. */
    @Test
    void thirtyClaimsOfOtherCodesAreABatchSinceTheDiagnosisThatPutTheThirtiethThere() {
        List<String> claims = claimsOfOtherCodes(31);
        Instant diagnosed = START.plus(Duration.ofDays(3));
        for (int unit = 0; unit < 31; unit++) {
            radar.at(diagnosed.plusSeconds(60L * unit));
            radar.diagnose(claims.get(unit), 1, "POWER");
        }

        assertThat(radar.told().getFirst()).isInstanceOfSatisfying(ThresholdReached.class, alarm -> {
            assertThat(alarm.reachedAt()).isEqualTo(diagnosed.plusSeconds(60 * 29));
            assertThat(alarm.lines()).hasSize(30);
            assertThat(alarm.lines().getFirst().claimedAt()).isEqualTo(START);
        });
    }

    @Test
    void aDiagnosisThatFindsTheSameFamilyAgainChangesNoMoment() {
        List<String> claims = claimsOfOtherCodes(30);
        Instant first = START.plus(Duration.ofDays(3));
        radar.at(first);
        claims.subList(0, 20).forEach(claim -> radar.diagnose(claim, 1, "POWER"));
        radar.at(first.plusSeconds(60));
        claims.subList(0, 10).forEach(claim -> radar.diagnose(claim, 1, "POWER"));
        claims.subList(20, 30).forEach(claim -> radar.diagnose(claim, 1, "POWER"));
        ThresholdReached alarm = radar.alarms().getFirst();
        assertThat(alarm.reachedAt()).isEqualTo(first.plusSeconds(60));

        radar.at(first.plusSeconds(120));
        claims.forEach(claim -> radar.diagnose(claim, 1, "POWER"));

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void diagnosesThatAreHeardInAnotherOrderAreABatchSinceTheSameMoment() {
        List<String> claims = claimsOfOtherCodes(30);
        Instant diagnosed = START.plus(Duration.ofDays(3));
        for (int unit = 29; unit >= 0; unit--) {
            radar.at(diagnosed.plusSeconds(60L * unit));
            radar.diagnose(claims.get(unit), 1, "POWER");
        }

        assertThat(radar.alarms())
                .extracting(ThresholdReached::reachedAt)
                .containsExactly(diagnosed.plusSeconds(60 * 29));
    }

    @Test
    void aDiagnosisThatIsHeardBeforeItsClaimIsAsOldAsItIs() {
        Instant diagnosed = START.plus(Duration.ofDays(3));
        radar.claim(serials(1, 29));
        radar.at(diagnosed);
        radar.diagnose("clm-2", 1, "P-501");
        radar.at(diagnosed.plusSeconds(60));
        radar.diagnose("clm-2", 1, "P-501");

        radar.claim(VENDOR, "nordwind", "PX-200", "X-999", START, List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(diagnosed);
    }

    private List<String> claimsOfOtherCodes(int claims) {
        List<String> ids = IntStream.range(0, claims)
                .mapToObj(unit -> radar.claim(
                        VENDOR,
                        "nordwind",
                        "PX-200",
                        "P-" + unit % 5,
                        START.plusSeconds(unit),
                        List.of(new UnitLine(1, "PX200-" + unit, 1))))
                .toList();
        assertThat(radar.told()).isEmpty();
        return ids;
    }

    @Test
    void unitsWhoseLotIsEnteredLaterAreABatchSinceTheRecordThatSaysItOfTheThirtieth() {
        radar.lot("PX200-1", "L-7");
        radar.claim(serials(1, 29));
        Instant entered = START.plus(Duration.ofDays(3));
        for (int unit = 1; unit <= 29; unit++) {
            radar.at(entered.plusSeconds(unit));
            radar.lot("PX200-" + unit, "L-7");
        }
        radar.at(entered.plusSeconds(60));
        radar.claim("PX200-30");
        assertThat(radar.alarms()).isEmpty();

        radar.at(entered.plusSeconds(90));
        radar.lot("PX200-30", "L-7");

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(entered.plusSeconds(90));
    }

    @Test
    void aLotThatIsSaidAgainIsAsOldAsItIs() {
        for (int unit = 1; unit <= 30; unit++) {
            radar.lot("PX200-" + unit, "L-7");
        }
        Instant claimed = START.plus(Duration.ofDays(1));
        radar.at(claimed);
        radar.claim(serials(1, 29));
        radar.at(START.plus(Duration.ofDays(3)));
        for (int unit = 1; unit <= 30; unit++) {
            radar.lot("PX200-" + unit, "L-7");
        }

        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", claimed, List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(claimed);
    }

    @Test
    void aUnitWhoseSerialIsSaidLaterCountsSinceItsClaim() {
        radar.claim(serials(1, 28));
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 1)));
        radar.at(START.plus(Duration.ofDays(3)));
        radar.restate(claim, new UnitLine(1, "PX200-29", 1));
        assertThat(radar.told()).isEmpty();

        radar.claim(
                VENDOR, "nordwind", "PX-200", "P-501", START.plusSeconds(5), List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(START.plusSeconds(5));
    }

    /** It counted among the units of no lot until then. */
    @Test
    void aUnitWhoseSerialBringsItIntoItsLotIsThereSinceTheSerialWasSaid() {
        for (int unit = 1; unit <= 30; unit++) {
            radar.lot("PX200-" + unit, "L-7");
        }
        radar.claim(serials(1, 29));
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 2)));
        Instant said = START.plus(Duration.ofDays(3));
        radar.at(said);

        radar.restate(claim, new UnitLine(1, "PX200-31", 1), new UnitLine(2, "PX200-30", 1));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(said);
    }

    @Test
    void aUnitWhoseSerialSaysThatItsLotIsNotKnownAnyMoreCountsSinceItsClaim() {
        radar.lot("PX200-30", "L-7");
        radar.claim(serials(1, 28));
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 1)));
        radar.at(START.plus(Duration.ofDays(1)));
        radar.lot("PX200-30", null);
        radar.at(START.plus(Duration.ofDays(3)));
        radar.restate(claim, new UnitLine(1, "PX200-30", 1));
        assertThat(radar.told()).isEmpty();

        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, "PX200-29", 1)));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(START);
    }

    @Test
    void aSerialThatIsPutRightMakesThirtySinceItWasSaid() {
        radar.claim(serials(1, 29));
        String claim = radar.claim("PX200-29");
        assertThat(radar.told()).isEmpty();
        Instant said = START.plus(Duration.ofDays(3));
        radar.at(said);

        radar.restate(claim, new UnitLine(1, "PX200-30", 1));
        radar.restate(claim, new UnitLine(1, "PX200-30", 1));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(said);
    }

    @Test
    void aWrongSerialThatIsTakenBackMakesThirtySinceThen() {
        radar.claim(serials(1, 29));
        String claim = radar.claim("PX200-29");
        Instant said = START.plus(Duration.ofDays(3));
        radar.at(said);

        radar.restate(claim, new UnitLine(1, null, 1));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(said);
    }

    @Test
    void whatIsMovedLaterTurnsNoClock() {
        radar.claim(serials(1, 29));
        String other =
                radar.claim(VENDOR, "nordwind", "PX-200", "X-999", START, List.of(new UnitLine(1, "PX200-40", 1)));
        radar.at(START.plusSeconds(60));
        radar.claim("PX200-30");
        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(START.plusSeconds(60));

        radar.at(START.plus(Duration.ofDays(3)));
        radar.diagnose(other, 1, "P-501");

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(
                        grew.reachedAt())
                .isEqualTo(START.plusSeconds(60)));
    }

    /** The clock of the machine by which it was claimed is ahead. */
    @Test
    void aClaimOfAMomentThatIsStillToComeCountsWithThoseThatAreHeardAfterIt() {
        radar.claim(serials(1, 28));
        Instant ahead = START.plusMillis(50);
        radar.claim(VENDOR, "nordwind", "PX-200", "P-501", ahead, List.of(new UnitLine(1, "PX200-29", 1)));

        radar.claim(
                VENDOR, "nordwind", "PX-200", "P-501", START.plusMillis(10), List.of(new UnitLine(1, "PX200-30", 1)));

        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(ahead);
    }

    @Test
    void aLowerThresholdTakesEffectInPlaceAndRingsForWhatStandsThere() {
        radar.claim(serials(1, 23));
        Instant from = START.plus(Duration.ofDays(2));
        radar.policy(VENDOR, "A-2", from, 20, WINDOW, OF_POLICY_A);
        assertThat(radar.told()).isEmpty();

        radar.at(from);

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.reachedAt()).isEqualTo(from);
            assertThat(alarm.terms().units()).isEqualTo(20);
            assertThat(alarm.policyVersion()).isEqualTo("A-2");
            assertThat(alarm.units()).isEqualTo(23);
        });
    }

    @Test
    void aLowerThresholdRingsForMoreGroupsThanATurnTakes() {
        twoUnitsEachOf(MORE_GROUPS_THAN_A_TURN_TAKES);

        radar.policy(VENDOR, "A-2", radar.now(), 2, WINDOW, OF_POLICY_A);
        radar.settle();
        for (int turn = 0; turn < 3; turn++) {
            radar.pass(GaugeTurns.EVERY);
        }

        assertThat(radar.alarms())
                .extracting(ThresholdReached::groupId)
                .hasSize(MORE_GROUPS_THAN_A_TURN_TAKES)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsClaimedBeforeALowerThresholdsTurnComesToAGroupIsCountedAfterIt() {
        twoUnitsEachOf(MORE_GROUPS_THAN_A_TURN_TAKES);
        Instant from = radar.now().plusSeconds(1);
        radar.policy(VENDOR, "A-2", from, 2, WINDOW, OF_POLICY_A);
        radar.at(from.plusSeconds(1));

        for (int group = 0; group < MORE_GROUPS_THAN_A_TURN_TAKES; group++) {
            radar.claim(
                    VENDOR, "nordwind", "M-" + group, "P-501", radar.now(), List.of(new UnitLine(1, "C-" + group, 1)));
        }

        assertThat(radar.alarms())
                .extracting(ThresholdReached::reachedAt)
                .hasSize(MORE_GROUPS_THAN_A_TURN_TAKES)
                .containsOnly(from);
    }

    /** Its units may count twice for a moment, by quantity and by serial. */
    @Test
    void aGroupWhoseUnitsAreStatedAnewIsHeldAgainstALowerThresholdWhenTheyCountInOneWay() {
        String claim = radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, null, 20)));
        Instant from = radar.now().plusSeconds(60);
        radar.policy(VENDOR, "A-2", from, 20, WINDOW, OF_POLICY_A);
        assertThat(radar.told()).isEmpty();
        radar.at(from.minusSeconds(1));
        radar.restate(claim, new UnitLine(1, null, 19), new UnitLine(2, "PX200-1", 1));

        radar.at(from.plusSeconds(5));
        radar.restate(claim, new UnitLine(1, null, 18), new UnitLine(2, "PX200-1", 1), new UnitLine(3, "PX200-2", 1));

        assertThat(radar.toldAtOnce()).isEmpty();
        assertThat(radar.alarms()).extracting(ThresholdReached::reachedAt).containsExactly(from);
    }

    private void twoUnitsEachOf(int groups) {
        for (int group = 0; group < groups; group++) {
            List<UnitLine> lines = List.of(new UnitLine(1, "A-" + group, 1), new UnitLine(2, "B-" + group, 1));
            radar.claim(VENDOR, "nordwind", "M-" + group, "P-501", START, lines);
        }
        assertThat(radar.told()).isEmpty();
    }

    @Test
    void aVersionThatIsToldAgainWithItsRulesRingsForWhatStandsThere() {
        radar.close();
        radar = new Radar();
        radar.withoutRules(VENDOR, "A-1", Instant.EPOCH);
        radar.claim(serials(1, 30));
        assertThat(radar.told()).isEmpty();

        radar.withPolicies();

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.reachedAt())
                .isEqualTo(START));
    }

    @Test
    void aHigherThresholdTakesEffectInPlace() {
        radar.claim(serials(1, 29));
        radar.policy(VENDOR, "A-2", START.plusSeconds(1), 40, WINDOW, OF_POLICY_A);
        radar.at(START.plusSeconds(2));
        radar.claim(serials(30, 10));

        assertThat(radar.told()).isEmpty();
    }

    @Test
    void aLongerWindowTakesEffectInPlace() {
        radar.claim("PX200-1");
        radar.at(START.plus(Duration.ofDays(45)));
        radar.claim(serials(2, 29));
        assertThat(radar.told()).isEmpty();

        radar.policy(VENDOR, "A-2", radar.now(), 30, Duration.ofDays(60), OF_POLICY_A);

        assertThat(radar.alarms()).hasSize(1);
    }

    @Test
    void afterTheClosingThirtyOthersAreANewIssue() {
        radar.claim(serials(1, 30));
        ThresholdReached first = radar.alarms().getFirst();
        radar.at(START.plus(Duration.ofDays(1)));
        radar.resolve(first.groupId(), 1, radar.now());
        radar.at(START.plus(Duration.ofDays(2)));

        radar.claim(serials(31, 29));
        assertThat(radar.told()).isEmpty();
        radar.claim("PX200-1");

        assertThat(radar.alarms()).singleElement().satisfies(second -> {
            assertThat(second.groupId()).isEqualTo(first.groupId());
            assertThat(second.episode()).isEqualTo(2);
            assertThat(second.units()).isEqualTo(30);
        });
    }

    @Test
    void aClosingThatIsSaidAgainOrOfAnEarlierEpisodeClosesNothing() {
        radar.claim(serials(1, 30));
        String group = radar.alarms().getFirst().groupId();
        radar.at(START.plus(Duration.ofDays(1)));
        radar.resolve(group, 1, radar.now());
        radar.at(START.plus(Duration.ofDays(2)));
        radar.claim(serials(31, 30));
        assertThat(radar.alarms()).hasSize(1);

        radar.resolve(group, 1, radar.now());
        radar.claim("PX200-99");

        assertThat(radar.told()).singleElement().isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(
                        grew.episode())
                .isEqualTo(2));
    }

    @Test
    void aClosingThatIsHeardBeforeItsClaimsClosesTheIssueAllTheSame() {
        String group = new Group(
                        VENDOR,
                        RULE,
                        Map.of(
                                Trait.CONTRACT_HOLDER, "nordwind",
                                Trait.MODEL, "PX-200",
                                Trait.FAULT_FAMILY, "P-501",
                                Trait.LOT, ""))
                .id();
        radar.at(START.plus(Duration.ofDays(1)));
        radar.resolve(group, 1, radar.now());
        for (String serial : serials(1, 30)) {
            radar.claim(VENDOR, "nordwind", "PX-200", "P-501", START, List.of(new UnitLine(1, serial, 1)));
        }
        assertThat(radar.alarms()).hasSize(1);

        radar.at(START.plus(Duration.ofDays(2)));
        radar.claim(serials(31, 30));

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> assertThat(alarm.episode())
                .isEqualTo(2));
    }

    @Test
    void aRuleWithoutHolderCountsOverAllCustomers() {
        radar.close();
        Set<Trait> lots = Set.of(Trait.MODEL, Trait.LOT);
        radar = new Radar(new Grouping(Map.of(VENDOR, List.of(new Grouping.Rule(RULE, lots)))));
        radar.policy(VENDOR, "A-1", Instant.EPOCH, 30, WINDOW, lots);
        for (int i = 1; i <= 30; i++) {
            radar.lot("PX200-" + i, "L-7");
            radar.claim(VENDOR, "holder-" + i, "PX-200", "P-50" + i, START, List.of(new UnitLine(1, "PX200-" + i, 1)));
        }

        assertThat(radar.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.group().contractHolder()).isNull();
            assertThat(alarm.group().faultFamily()).isNull();
            assertThat(alarm.group().lot()).isEqualTo("L-7");
        });
    }

    /** They would have nothing in common but the model. */
    @Test
    void aRuleWithoutFaultCountsNoUnitsOfWhichNobodyKnowsTheLot() {
        radar.close();
        Set<Trait> lots = Set.of(Trait.MODEL, Trait.LOT);
        radar = new Radar(new Grouping(Map.of(VENDOR, List.of(new Grouping.Rule(RULE, lots)))));
        radar.policy(VENDOR, "A-1", Instant.EPOCH, 30, WINDOW, lots);
        radar.claim(serials(1, 31));
        assertThat(radar.alarms()).isEmpty();
        assertThat(radar.gauges()).isEmpty();

        for (int unit = 1; unit <= 31; unit++) {
            radar.lot("PX200-" + unit, "L-7");
        }
        assertThat(radar.alarms()).hasSize(1);
        radar.lot("PX200-1", null);

        assertThat(radar.told()).last().isInstanceOfSatisfying(GroupGrew.class, grew -> assertThat(grew.units())
                .isEqualTo(30));
    }
}
