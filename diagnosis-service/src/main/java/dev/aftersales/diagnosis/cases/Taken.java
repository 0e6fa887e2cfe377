package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.diagnosis.cases.HistoryEntry.What;
import dev.aftersales.diagnosis.catalogue.PersonNeeded;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In the hands of a technician.
 *
 * @param reasons why the catalogue could not answer
 * @param by the technician
 * @param at when it was taken, in business time
 */
record Taken(CaseFile file, List<PersonNeeded> reasons, String by, Instant at) implements DiagnosisCase {

    Taken {
        reasons = List.copyOf(reasons);
    }

    boolean heldBy(String person) {
        return by.equals(person);
    }

    /** Back to its old place in the queue. */
    Queued giveBack(Instant now) {
        return new Queued(file.noting(now, by, What.GIVEN_BACK), reasons);
    }

    /** Concludes every open line, each exactly once; or says what is wrong with the conclusion. */
    Outcome conclude(Conclusion conclusion) {
        Set<Integer> open = file.openLines().stream().map(UnitLine::line).collect(Collectors.toSet());
        Set<Integer> said = new HashSet<>();
        Set<Integer> repeated = new TreeSet<>();
        Set<Integer> unknown = new TreeSet<>();
        for (LineConclusion line : conclusion.lines()) {
            if (!said.add(line.line())) {
                repeated.add(line.line());
            }
            if (!open.contains(line.line())) {
                unknown.add(line.line());
            }
        }
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownLines(List.copyOf(unknown));
        }
        if (!repeated.isEmpty()) {
            return new Outcome.RepeatedLines(List.copyOf(repeated));
        }
        Set<Integer> missing = new TreeSet<>(open);
        missing.removeAll(said);
        if (!missing.isEmpty()) {
            return new Outcome.MissingLines(List.copyOf(missing));
        }
        List<LineConclusion> unnamed = conclusion.lines().stream()
                .filter(line -> !file.knows(line.cause()))
                .toList();
        if (!unnamed.isEmpty()) {
            return new Outcome.UnknownCauses(
                    unnamed.stream().map(LineConclusion::line).toList(),
                    unnamed.stream().map(LineConclusion::cause).distinct().toList(),
                    Objects.requireNonNull(file.causes()));
        }
        List<Integer> withoutParts = conclusion.lines().stream()
                .filter(LineConclusion::lacksParts)
                .map(LineConclusion::line)
                .toList();
        if (!withoutParts.isEmpty()) {
            return new Outcome.PartsNeeded(withoutParts);
        }
        return new Outcome.Accepted(new Concluded(file.concluded(conclusion, by, What.CONCLUDED)));
    }
}
