package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.batches.FailedUnits.Standing;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many units like those that failed were sold, and have not failed alike.
 *
 * @param units at risk
 * @param organisations that have them
 * @param organisationsOfFailedUnits that have units of the issue, as far as these were sold by serial
 * @param atLeast whether there are more: only {@value SisterUnits#COUNTED_AT_MOST} units are looked at
 * @param lots by how many of them failed, at most {@value #LOTS}; units without a lot stand under none
 */
record SisterCount(int units, int organisations, int organisationsOfFailedUnits, boolean atLeast, List<LotCount> lots) {

    private static final int LOTS = 50;

    SisterCount {
        lots = List.copyOf(lots);
    }

    /**
     * The same of one production lot.
     *
     * @param lot absent for units whose lot nobody told
     * @param failed units of the lot that are in the issue
     */
    record LotCount(@Nullable String lot, int units, int failed) {}

    /** Counts unit by unit. */
    static final class Tally {

        private static final String NO_LOT = "";

        private final Set<String> atRisk = new HashSet<>();
        private final Set<String> struck = new HashSet<>();
        private final Map<String, Integer> sisters = new TreeMap<>();
        private final Map<String, Integer> failures = new HashMap<>();
        private int units;
        private int seen;

        void add(SoldUnit unit, Standing standing) {
            seen++;
            // It is another issue's: neither at risk nor of this one.
            if (standing == Standing.IN_ISSUE_ALIKE) {
                return;
            }
            boolean failed = standing == Standing.IN_ISSUE;
            String said = unit.lot();
            String lot = said == null ? NO_LOT : said;
            sisters.merge(lot, failed ? 0 : 1, Integer::sum);
            failures.merge(lot, failed ? 1 : 0, Integer::sum);
            (failed ? struck : atRisk).add(unit.organisation());
            units += failed ? 0 : 1;
        }

        int seen() {
            return seen;
        }

        SisterCount count(boolean atLeast) {
            List<LotCount> lots = sisters.entrySet().stream()
                    .map(entry -> new LotCount(
                            entry.getKey().equals(NO_LOT) ? null : entry.getKey(),
                            entry.getValue(),
                            failures.getOrDefault(entry.getKey(), 0)))
                    .sorted(Comparator.comparing(LotCount::failed)
                            .thenComparing(LotCount::units)
                            .reversed())
                    .limit(LOTS)
                    .toList();
            return new SisterCount(units, atRisk.size(), struck.size(), atLeast, lots);
        }
    }
}
