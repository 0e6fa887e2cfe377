package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units of the affected lot, or of the model where no lot is known, that were sold and have not failed: they are at risk. */
@Component
class SisterUnits {

    /** So many units of an issue are looked at for a draft at most; what is beyond that is only said to be there. */
    static final int COUNTED_AT_MOST = 10_000;

    private static final int STEP = 1_000;

    private final InstalledBase installed;
    private final IssueLines lines;

    SisterUnits(InstalledBase installed, IssueLines lines) {
        this.installed = installed;
        this.lines = lines;
    }

    /**
     * Counts them over all customers. Reads so many units as are counted at most, along an index.
     *
     * @return absent where the issue is about no model
     */
    @Nullable
    SisterCount count(IssueFile issue) {
        InstalledBase.Scope scope = scope(issue);
        if (scope == null) {
            return null;
        }
        SisterCount.Tally tally = new SisterCount.Tally();
        String after = null;
        while (tally.seen() < COUNTED_AT_MOST) {
            List<SoldUnit> step = installed.of(scope, after, STEP);
            Set<String> failed = failed(issue, step);
            step.forEach(unit -> tally.add(unit, failed.contains(unit.serial())));
            if (step.size() < STEP) {
                return tally.count(false);
            }
            after = step.getLast().serial();
        }
        return tally.count(!installed.of(scope, after, 1).isEmpty());
    }

    /** The units themselves, by serial, behind that one. */
    List<SoldUnit> of(IssueFile issue, @Nullable String afterSerial, int limit) {
        InstalledBase.Scope scope = scope(issue);
        if (scope == null) {
            return List.of();
        }
        List<SoldUnit> found = new ArrayList<>();
        String after = afterSerial;
        boolean more = true;
        while (more && found.size() < limit) {
            List<SoldUnit> step = installed.of(scope, after, STEP);
            Set<String> failed = failed(issue, step);
            step.stream().filter(unit -> !failed.contains(unit.serial())).forEach(found::add);
            more = step.size() == STEP;
            after = more ? step.getLast().serial() : after;
        }
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    private Set<String> failed(IssueFile issue, List<SoldUnit> units) {
        return lines.failedAmong(issue, units.stream().map(SoldUnit::serial).collect(Collectors.toSet()));
    }

    private static InstalledBase.@Nullable Scope scope(IssueFile issue) {
        String model = issue.group().model();
        return model == null
                ? null
                : new InstalledBase.Scope(issue.vendor(), model, issue.group().lot());
    }
}
