package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.diagnosis.batches.FailedUnits.Standing;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * One by one; of each, {@value SisterUnits#COUNTED_AT_MOST} units are looked at.
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
        return lots.isEmpty()
                ? List.of(reach(issue, model, null, tellOwners, failed))
                : lots.stream()
                        .map(lot -> reach(issue, model, lot, tellOwners, failed))
                        .toList();
    }

    private LotReach reach(
            IssueFile issue, String model, @Nullable String lot, boolean tellOwners, FailedUnits failed) {
        InstalledBase.Scope scope = new InstalledBase.Scope(issue.vendor(), model, lot);
        Set<String> owners = new HashSet<>();
        int units = 0;
        String after = null;
        while (units < SisterUnits.COUNTED_AT_MOST) {
            List<SoldUnit> step = installed.of(scope, after, STEP);
            if (tellOwners) {
                Map<String, Standing> standings = failed.among(step);
                step.stream()
                        .filter(unit -> standings.get(unit.serial()) == Standing.AT_RISK)
                        .forEach(unit -> owners.add(unit.organisation()));
            }
            units += step.size();
            if (step.size() < STEP) {
                return new LotReach(lot, units, owners.size(), false);
            }
            after = step.getLast().serial();
        }
        return new LotReach(
                lot, units, owners.size(), !installed.of(scope, after, 1).isEmpty());
    }
}
