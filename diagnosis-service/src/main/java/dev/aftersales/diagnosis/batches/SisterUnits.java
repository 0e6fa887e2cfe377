package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.diagnosis.batches.FailedUnits.Standing;
import dev.aftersales.diagnosis.installedbase.InstalledBase;
import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Units of the affected lot, or of the model where no lot is known, that were sold, and of which no serial failed alike: they are at risk. */
@Component
class SisterUnits {

    /** So many units of an issue are looked at for a draft at most; what is beyond that is only said to be there. */
    static final int COUNTED_AT_MOST = 10_000;

    private static final int STEP = 500;

    private final InstalledBase installed;
    private final IssueLines lines;
    private final BatchIssues issues;

    SisterUnits(InstalledBase installed, IssueLines lines, BatchIssues issues) {
        this.installed = installed;
        this.lines = lines;
        this.issues = issues;
    }

    /**
     * What one look at the units of an issue says.
     *
     * @param reach of a plan about the lot of the issue, or about all of its model, that tells owners
     */
    record Looked(SisterCount count, LotReach reach) {}

    /**
     * Counts them over all customers. Reads so many units as are counted at most, along an index.
     *
     * @return absent where the issue is about no model
     */
    @Nullable
    Looked look(IssueFile issue) {
        InstalledBase.Scope scope = scope(issue);
        if (scope == null) {
            return null;
        }
        FailedUnits failed = new FailedUnits(issue, lines, issues);
        SisterCount.Tally tally =
                new SisterCount.Tally(issue.unverified(), issue.group().contractHolder());
        String after = null;
        while (tally.seen() < COUNTED_AT_MOST) {
            List<SoldUnit> step = installed.of(scope, after, STEP);
            Map<String, Standing> standings = failed.among(step);
            step.forEach(unit -> tally.add(unit, Objects.requireNonNull(standings.get(unit.serial()))));
            if (step.size() < STEP) {
                return looked(issue, tally, false);
            }
            after = step.getLast().serial();
        }
        return looked(issue, tally, !installed.of(scope, after, 1).isEmpty());
    }

    static Looked looked(IssueFile issue, SisterCount.Tally tally, boolean atLeast) {
        SisterCount count = tally.count(atLeast);
        return new Looked(count, new LotReach(issue.group().lot(), tally.seen(), count.organisations(), atLeast));
    }

    /** The units themselves, by serial, behind that one. */
    List<SoldUnit> of(IssueFile issue, @Nullable String afterSerial, int limit) {
        InstalledBase.Scope scope = scope(issue);
        if (scope == null) {
            return List.of();
        }
        FailedUnits failed = new FailedUnits(issue, lines, issues);
        List<SoldUnit> found = new ArrayList<>();
        String after = afterSerial;
        boolean more = true;
        while (more && found.size() < limit) {
            List<SoldUnit> step = installed.of(scope, after, STEP);
            Map<String, Standing> standings = failed.among(step);
            step.stream()
                    .filter(unit -> standings.get(unit.serial()) == Standing.AT_RISK)
                    .forEach(found::add);
            more = step.size() == STEP;
            after = more ? step.getLast().serial() : after;
        }
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    private static InstalledBase.@Nullable Scope scope(IssueFile issue) {
        String model = issue.group().model();
        return model == null
                ? null
                : new InstalledBase.Scope(issue.vendor(), model, issue.group().lot());
    }
}
