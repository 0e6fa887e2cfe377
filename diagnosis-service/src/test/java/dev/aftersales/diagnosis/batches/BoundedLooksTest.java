package dev.aftersales.diagnosis.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However large an issue or a lot is, a page and a plan read so much and no more. */
class BoundedLooksTest {

    private static final int MOST = 10_000;

    private int read;

    @ParameterizedTest
    @CsvSource({
        "30000, false, 0,     true,  'lines without a serial are read too'",
        "30000, true,  10000, true,  'there are more'",
        "10000, true,  10000, false, 'that is all'",
        "700,   true,  700,   false, 'that is all'"
    })
    void looksForUnknownUnitsInSoManyLinesAtMost(int lines, boolean serials, int unknown, boolean atLeast, String why) {
        UnknownUnits.Count count = UnknownUnits.count(
                (after, limit) -> IntStream.range(after(after), Math.min(lines, after(after) + limit))
                        .peek(any -> read++)
                        .mapToObj(number -> line(number, serials))
                        .toList(),
                all -> all);

        assertThat(count).as(why).isEqualTo(new UnknownUnits.Count(unknown, atLeast));
        assertThat(read).isLessThanOrEqualTo(MOST + 1);
    }

    @Test
    void looksAtSoManyUnitsOfAllLotsOfAPlanTogetherAndAtSomeOfEach() {
        List<String> lots = IntStream.range(0, 50).mapToObj(lot -> "L" + lot).toList();

        List<LotReach> reach = PlannedLots.reach(
                lots,
                (lot, after, limit) -> units("L0".equals(lot) ? 3 : 30_000, after, limit),
                any -> Set.of("nordwind"));

        assertThat(read).isLessThanOrEqualTo(MOST + lots.size());
        assertThat(reach.getFirst()).isEqualTo(new LotReach("L0", 3, 1, false));
        assertThat(reach).extracting(LotReach::lot).isEqualTo(lots);
        assertThat(reach.subList(1, 50))
                .as("none is taken for one of which nothing is known")
                .allSatisfy(one -> {
                    assertThat(one.units()).isGreaterThanOrEqualTo(200);
                    assertThat(one.atLeast()).isTrue();
                });
    }

    @Test
    void leavesToALargeLotWhatSmallOnesDoNotNeed() {
        assertThat(PlannedLots.reach(
                        List.of("small", "large"),
                        (lot, after, limit) -> units("small".equals(lot) ? 3 : 9_997, after, limit),
                        any -> Set.of()))
                .containsExactly(new LotReach("small", 3, 0, false), new LotReach("large", 9_997, 0, false));
    }

    @Test
    void looksAtSoManyUnitsOfTheModelWhereThePlanNamesNoLot() {
        assertThat(PlannedLots.reach(List.of(), (lot, after, limit) -> units(30_000, after, limit), any -> Set.of()))
                .containsExactly(new LotReach(null, MOST, 0, true));
    }

    /** A draft looks at the units once, for what it says of sister units and of the plan's reach. */
    @Test
    void knowsTheReachOfAPlanByTheCountOfSisterUnits() {
        IssueFile issue =
                Given.detected(Instant.parse("2026-06-05T09:00:00Z"), null).file();
        SisterCount.Tally tally = new SisterCount.Tally(0, null);
        tally.add(unit(1), FailedUnits.Standing.IN_ISSUE);
        tally.add(unit(2), FailedUnits.Standing.IN_ISSUE_ALIKE);
        tally.add(unit(3), FailedUnits.Standing.AT_RISK);

        assertThat(SisterUnits.looked(issue, tally, true).reach()).isEqualTo(new LotReach("2603", 3, 1, true));
    }

    private List<SoldUnit> units(int sold, @Nullable String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after.substring(2)) + 1;
        return IntStream.range(from, Math.min(sold, from + limit))
                .peek(any -> read++)
                .mapToObj(BoundedLooksTest::unit)
                .toList();
    }

    private static SoldUnit unit(int number) {
        return new SoldUnit("exporter", "S-" + number, "WP-400", "2603", "NW-1", "nordwind");
    }

    private static IssueLine line(int number, boolean serial) {
        return new IssueLine(
                "bat-1",
                "exporter",
                Integer.toString(number),
                1,
                serial ? "S-" + number : null,
                1,
                Instant.EPOCH,
                null,
                true,
                1);
    }

    private static int after(@Nullable String id) {
        return id == null ? 0 : Integer.parseInt(id.split("/")[1]) + 1;
    }
}
