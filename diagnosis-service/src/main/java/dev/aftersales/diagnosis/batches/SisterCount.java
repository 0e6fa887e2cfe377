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
 * How many units like those that failed were sold, and did not fail alike as far as serials tell.
 *
 * @param units of which no serial failed
 * @param perhapsFailed how many of them, at most, may be among those that failed without a serial: no more than their owner
 *     has, where it is known whose these are
 * @param atRisk how many units are at risk by that
 * @param organisations that have them
 * @param organisationsOfFailedUnits that have units of the issue: whoever claimed them where the rule counts by that, else as
 *     far as these were sold by serial
 * @param atLeast whether there are more: only {@value SisterUnits#COUNTED_AT_MOST} units are looked at
 * @param lots by how many of them failed, at most {@value #LOTS}; units without a lot stand under none
 */
record SisterCount(
        int units,
        int perhapsFailed,
        AtRisk atRisk,
        int organisations,
        int organisationsOfFailedUnits,
        boolean atLeast,
        List<LotCount> lots) {

    private static final int LOTS = 50;

    SisterCount {
        lots = List.copyOf(lots);
    }

    /**
     * Between how many and how many units are at risk.
     *
     * @param from if all units that failed without a serial were among those of which no serial failed
     * @param to if none of them were
     */
    record AtRisk(int from, int to) {}

    /**
     * The same of one production lot.
     *
     * @param lot absent for units whose lot nobody told
     * @param units of the lot of which no serial failed
     * @param failed units of the lot that are in the issue by their serial
     */
    record LotCount(@Nullable String lot, int units, int failed) {}

    /** Counts unit by unit. */
    static final class Tally {

        private static final String NO_LOT = "";

        private final int unverified;
        private final @Nullable String holder;
        private final Set<String> atRisk = new HashSet<>();
        private final Set<String> struck = new HashSet<>();
        private final Map<String, Integer> sisters = new TreeMap<>();
        private final Map<String, Integer> failures = new HashMap<>();
        private int units;
        private int ofHolder;
        private int seen;

        /**
         * @param unverified units that failed without a serial
         * @param holder whose they are; absent where that is not known
         */
        Tally(int unverified, @Nullable String holder) {
            this.unverified = unverified;
            this.holder = holder;
        }

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
            ofHolder += !failed && (holder == null || holder.equals(unit.organisation())) ? 1 : 0;
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
            int perhapsFailed = Math.min(unverified, ofHolder);
            return new SisterCount(
                    units,
                    perhapsFailed,
                    new AtRisk(units - perhapsFailed, units),
                    atRisk.size(),
                    holder == null ? struck.size() : 1,
                    atLeast,
                    lots);
        }
    }
}
