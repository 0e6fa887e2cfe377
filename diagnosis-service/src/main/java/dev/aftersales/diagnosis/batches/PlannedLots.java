package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.diagnosis.batches.FailedUnits.Standing;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is known of the lots that a plan is about. A plan may name lots of which no unit failed, and of which nobody owns one,
 * because they are in stock still; but whoever mistypes a lot is to see that nobody is told.
 */
@Component
class PlannedLots {

    private static final int STEP = 500;

    private final InstalledBase installed;
    private final IssueLines lines;
    private final BatchIssues issues;

    PlannedLots(InstalledBase installed, IssueLines lines, BatchIssues issues) {
        this.installed = installed;
        this.lines = lines;
        this.issues = issues;
    }

    /**
     * One by one; of all together, {@value SisterUnits#COUNTED_AT_MOST} units are looked at, and of each its share of what
     * those before it have left.
     *
     * @param lots none for all of the model
     * @param tellOwners whether owners of units that have not failed are told
     * @return none where the issue is about no model
     */
    List<LotReach> reach(IssueFile issue, List<String> lots, boolean tellOwners) {
        String model = issue.group().model();
        if (model == null) {
            return List.of();
        }
        FailedUnits failed = new FailedUnits(issue, lines, issues);
        return reach(
                lots,
                (lot, after, limit) -> installed.of(new InstalledBase.Scope(issue.vendor(), model, lot), after, limit),
                step -> tellOwners ? ownersAtRisk(step, failed) : Set.of());
    }

    private static Set<String> ownersAtRisk(List<SoldUnit> units, FailedUnits failed) {
        Map<String, Standing> standings = failed.among(units);
        return units.stream()
                .filter(unit -> standings.get(unit.serial()) == Standing.AT_RISK)
                .map(SoldUnit::organisation)
                .collect(Collectors.toSet());
    }

    /** Units of a lot, or of all of the model, by serial, behind that one. */
    interface Pages {
        List<SoldUnit> of(@Nullable String lot, @Nullable String after, int limit);
    }

    /** @param toTell owners of some units that are told */
    static List<LotReach> reach(List<String> lots, Pages units, Function<List<SoldUnit>, Set<String>> toTell) {
        if (lots.isEmpty()) {
            return List.of(reach(null, SisterUnits.COUNTED_AT_MOST, units, toTell));
        }
        List<LotReach> reached = new ArrayList<>();
        int left = SisterUnits.COUNTED_AT_MOST;
        for (String lot : lots) {
            LotReach reach = reach(lot, left / (lots.size() - reached.size()), units, toTell);
            left -= reach.units();
            reached.add(reach);
        }
        return reached;
    }

    private static LotReach reach(
            @Nullable String lot, int most, Pages units, Function<List<SoldUnit>, Set<String>> toTell) {
        Set<String> owners = new HashSet<>();
        int looked = 0;
        String after = null;
        while (looked < most) {
            int limit = Math.min(STEP, most - looked);
            List<SoldUnit> step = units.of(lot, after, limit);
            owners.addAll(toTell.apply(step));
            looked += step.size();
            if (step.size() < limit) {
                return new LotReach(lot, looked, owners.size(), false);
            }
            after = step.getLast().serial();
        }
        return new LotReach(lot, looked, owners.size(), !units.of(lot, after, 1).isEmpty());
    }
}
