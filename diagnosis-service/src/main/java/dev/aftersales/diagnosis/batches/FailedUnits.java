package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.installedbase.SoldUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which units failed as those of an issue did: they count in it, or in another one of the model and fault family. A lot that
 * went to two customers has two issues where the rule counts by contract holder. What a person found to be no batch issue
 * says of no unit that it failed: its serials may be mistyped, or made up, and somebody else's.
 */
final class FailedUnits {

    private final IssueFile issue;
    private final IssueLines lines;
    private final BatchIssues issues;
    private final Map<String, Boolean> alike = new HashMap<>();

    FailedUnits(IssueFile issue, IssueLines lines, BatchIssues issues) {
        this.issue = issue;
        this.lines = lines;
        this.issues = issues;
    }

    /** How a unit stands. */
    enum Standing {
        AT_RISK,
        IN_ISSUE,
        IN_ISSUE_ALIKE
    }

    /** How each of these units stands, by serial. */
    Map<String, Standing> among(List<SoldUnit> units) {
        Set<String> serials = units.stream().map(SoldUnit::serial).collect(Collectors.toSet());
        Map<String, Set<String>> found = lines.issuesOf(issue.vendor(), serials);
        return serials.stream()
                .collect(Collectors.toMap(serial -> serial, serial -> standing(found.getOrDefault(serial, Set.of()))));
    }

    private Standing standing(Collection<String> found) {
        if (found.contains(issue.id())) {
            return Standing.IN_ISSUE;
        }
        return found.stream().anyMatch(other -> alike.computeIfAbsent(other, this::isAlike))
                ? Standing.IN_ISSUE_ALIKE
                : Standing.AT_RISK;
    }

    private boolean isAlike(String other) {
        return issues.standingGroup(other).filter(issue.group()::isLike).isPresent();
    }
}
