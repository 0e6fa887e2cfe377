package dev.aftersales.diagnosis.gauges;

import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which groups are asked for; whatever is absent does not narrow them.
 *
 * @param open whether the group has an open batch issue; {@code false} for those on their way
 * @param minUnits with so many units, or more
 */
record GaugeFilter(
        @Nullable String model,
        @Nullable String lot,
        @Nullable String faultFamily,
        @Nullable String contractHolder,
        @Nullable Boolean open,
        @Nullable Integer minUnits) {

    GaugeFilter {
        model = PrintedCode.orNone(model);
        lot = PrintedCode.orNone(lot);
        faultFamily = PrintedCode.orNone(faultFamily);
    }

    /** Never 0: an empty group is on no list. */
    int leastUnits() {
        return minUnits == null ? 1 : Math.max(1, minUnits);
    }

    /** What a group has to have, as {@link #traitsOf} names it. */
    List<String> traits() {
        return traits(new UnitGroup(contractHolder, model, faultFamily, lot), open);
    }

    /** What a group has. */
    static List<String> traitsOf(GroupGauged gauge) {
        return traits(gauge.group(), gauge.open());
    }

    /** Whether it is one of those that are asked for, as it stands. */
    boolean takes(GroupGauged gauge) {
        return gauge.units() >= leastUnits() && traitsOf(gauge).containsAll(traits());
    }

    /** Whether it may be one of them, however full it is. */
    boolean mayTake(GroupGauged gauge) {
        return traits(gauge.group(), null)
                .containsAll(traits(new UnitGroup(contractHolder, model, faultFamily, lot), null));
    }

    private static List<String> traits(UnitGroup group, @Nullable Boolean open) {
        List<String> traits = new ArrayList<>();
        add(traits, "model", group.model());
        add(traits, "lot", group.lot());
        add(traits, "fault", group.faultFamily());
        add(traits, "holder", group.contractHolder());
        add(traits, "open", open == null ? null : open.toString());
        return traits;
    }

    private static void add(List<String> traits, String name, @Nullable String value) {
        if (value != null) {
            traits.add(name + "=" + value);
        }
    }
}
