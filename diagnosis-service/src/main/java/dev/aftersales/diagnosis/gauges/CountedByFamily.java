package dev.aftersales.diagnosis.gauges;

import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.diagnosis.batches.BatchIssueId;
import dev.aftersales.diagnosis.catalogue.CountedUnits;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds up the last words on the groups of a family, rule by rule: a page of an index, fullest first. */
@Component
class CountedByFamily implements CountedUnits {

    private static final int MOST = 100;

    private final GroupGauges groups;

    CountedByFamily(GroupGauges groups) {
        this.groups = groups;
    }

    @Override
    public Counted under(String vendor, String faultFamily) {
        GaugeFilter filter = new GaugeFilter(null, null, faultFamily, null, null, null);
        List<GroupGauged> found = groups.fullestFirst(vendor, filter, null, MOST + 1);
        List<GroupGauged> counted = found.subList(0, Math.min(found.size(), MOST));
        return new Counted(
                units(counted),
                counted.size(),
                counted.stream()
                        .filter(GroupGauged::open)
                        .map(gauge -> BatchIssueId.of(gauge.groupId(), gauge.episode()))
                        .toList(),
                found.size() > MOST);
    }

    /** Each rule of a vendor counts all units anew. */
    static int units(List<GroupGauged> groups) {
        return groups.stream()
                .collect(Collectors.groupingBy(GroupGauged::rule, Collectors.summingInt(GroupGauged::units)))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0);
    }
}
