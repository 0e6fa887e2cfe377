package dev.aftersales.diagnosis.catalogue;

import java.util.List;

/** What the radar of batches counts by families of faults. */
public interface CountedUnits {

    /** What is counted of a vendor under that family now. */
    Counted under(String vendor, String faultFamily);

    /**
     * Units that are counted.
     *
     * @param units of the groups of that family, which time has not taken out of their windows; where several rules count the
     *     same units, by the rule that counts most
     * @param groups that they are in
     * @param batchIssues that are open of these groups
     * @param atLeast whether there are more groups
     */
    record Counted(int units, int groups, List<String> batchIssues, boolean atLeast) {
        public Counted {
            batchIssues = List.copyOf(batchIssues);
        }
    }
}
