package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.languages.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warning: units are counted under the code itself, and its family does not take them along. It holds for what is claimed
 * from then on, so a batch may be under way under both names, and neither may be enough.
 *
 * @param faultFamily under which they are counted: the code itself
 * @param units that are counted so
 * @param groups that they are in
 * @param batchIssues that are open of these groups
 * @param atLeast whether there are more groups
 * @param words all that in a sentence
 */
record CountedApart(String faultFamily, int units, int groups, List<String> batchIssues, boolean atLeast, Text words) {

    private static final Text STAY = new Text(
            "{units} claimed with {code} are counted under {code}, and stay there: family {family} holds for what is"
                    + " claimed from now on. Look at both in the batch radar (faultFamily={code} and faultFamily={family}).",
            "以 {code} 索赔的 {units} 按 {code} 累计，且保持不变：故障族 {family} 仅适用于此后的索赔。请在批量雷达中同时查看两者"
                    + "（faultFamily={code} 与 faultFamily={family}）。");

    /** Absent where the code is of no other family, or nothing is counted under it. */
    static @Nullable CountedApart of(CatalogueEntry entry, CountedUnits radar) {
        if (entry.family().equals(entry.code())) {
            return null;
        }
        CountedUnits.Counted counted = radar.under(entry.vendor(), entry.code());
        if (counted.units() == 0) {
            return null;
        }
        String units = Integer.toString(counted.units());
        Text number = new Text(
                (counted.atLeast() ? "At least " : "") + units + (counted.units() == 1 ? " unit" : " units"),
                (counted.atLeast() ? "至少 " : "") + units + " 台");
        return new CountedApart(
                entry.code(),
                counted.units(),
                counted.groups(),
                counted.batchIssues(),
                counted.atLeast(),
                STAY.with("units", number)
                        .with("code", Text.same(entry.code()))
                        .with("family", Text.same(entry.family())));
    }
}
