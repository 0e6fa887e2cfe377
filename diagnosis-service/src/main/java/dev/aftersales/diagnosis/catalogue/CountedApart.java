package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.languages.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A warning: units are counted under the code itself, or a family that it was of, and its family of now does not take them
 * along. It holds for what is claimed from then on, so a batch may be under way under both names, and neither may be enough.
 *
 * @param faultFamily under which they are counted: the code itself, or a family that it was of, with that one's other codes
 * @param units that are counted so
 * @param groups that they are in
 * @param batchIssues that are open of these groups
 * @param atLeast whether there are more groups
 * @param words all that in a sentence
 */
record CountedApart(String faultFamily, int units, int groups, List<String> batchIssues, boolean atLeast, Text words) {

    private static final Text STAY = new Text(
            "{units} counted under {apart}, and stay there: family {family} holds for what is"
                    + " claimed from now on. Look at both in the batch radar (faultFamily={apart} and faultFamily={family}).",
            "{units} 按 {apart} 累计，且保持不变：故障族 {family} 仅适用于此后的索赔。请在批量雷达中同时查看两者"
                    + "（faultFamily={apart} 与 faultFamily={family}）。");

    /** Of the code itself and each family that it was of, but its family of now; none where nothing is counted so. */
    static List<CountedApart> of(CatalogueEntry entry, CountedUnits radar) {
        return Stream.concat(
                        Stream.of(entry.code()),
                        entry.revisions().stream()
                                .map(revision -> revision.definition().family())
                                .filter(Objects::nonNull))
                .distinct()
                .filter(family -> !family.equals(entry.family()))
                .map(family -> of(family, entry, radar.under(entry.vendor(), family)))
                .filter(apart -> apart.units() > 0)
                .toList();
    }

    private static CountedApart of(String apart, CatalogueEntry entry, CountedUnits.Counted counted) {
        String units = Integer.toString(counted.units());
        Text number = new Text(
                (counted.atLeast() ? "At least " : "") + units + (counted.units() == 1 ? " unit is" : " units are"),
                (counted.atLeast() ? "至少 " : "") + units + " 台");
        return new CountedApart(
                apart,
                counted.units(),
                counted.groups(),
                counted.batchIssues(),
                counted.atLeast(),
                STAY.with("units", number).with("apart", Text.same(apart)).with("family", Text.same(entry.family())));
    }
}
