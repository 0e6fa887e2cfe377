package dev.aftersales.diagnosis.cases;

import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was said of some lines of a case, and by whose word.
 *
 * @param at business time; the clock of remote diagnosis stops here (A4.4)
 * @param catalogueRevision that the conclusion rests on; absent for a technician's
 * @param lines in the order of their numbers
 */
record Conclusion(Confirmer by, Instant at, @Nullable Integer catalogueRevision, List<LineConclusion> lines) {

    /**
     * Lines told by one event. With the bounds that the API puts on parts and findings, this many stay below the
     * size that an event may have.
     */
    private static final int LINES_TOLD_AT_ONCE = 40;

    Conclusion {
        lines = lines.stream()
                .sorted(Comparator.comparingInt(LineConclusion::line))
                .toList();
    }

    static Conclusion ofTechnician(String person, Instant at, List<LineConclusion> lines) {
        return new Conclusion(new Confirmer(Kind.TECHNICIAN, person), at, null, lines);
    }

    /** Whether this is what that technician says again. */
    boolean repeats(Conclusion other) {
        return by.equals(other.by) && lines.equals(other.lines);
    }

    /**
     * The events that tell it; a conclusion on many lines takes several.
     *
     * @param familyOf the family of faults that a code is of
     */
    List<DiagnosisCompleted> told(CaseFile file, UnaryOperator<String> familyOf) {
        List<DiagnosisCompleted> events = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES_TOLD_AT_ONCE) {
            List<LineConclusion> some = lines.subList(from, Math.min(lines.size(), from + LINES_TOLD_AT_ONCE));
            events.add(new DiagnosisCompleted(
                    file.claimId(),
                    file.vendor(),
                    by,
                    at,
                    some.stream()
                            .map(line -> line.told(file.faultCode(), familyOf))
                            .toList()));
        }
        return events;
    }
}
