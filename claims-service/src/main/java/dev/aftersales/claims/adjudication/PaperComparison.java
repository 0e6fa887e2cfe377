package dev.aftersales.claims.adjudication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what papers say of the unit against its record, where the policy asks for that (D2.4e): papers of the claim's own
 * and those that the vendor recorded alike. A paper that one of the vendor's people examined is what they found it to be.
 */
final class PaperComparison {

    private PaperComparison() {}

    /**
     * Something in which a paper differs from the unit.
     *
     * @param name of the particular, for example {@code serial}
     */
    record Mismatch(String name, String onPaper, String ofUnit) {}

    /** The same line, with each paper that differs from its unit inconsistent. */
    static LineFacts applied(CompiledPolicy policy, LineFacts line) {
        UnitFacts unit = line.unit();
        if (!policy.comparesPapers() || unit == null) {
            return line;
        }
        return line.with(unit.withDocuments(compared(policy, unit, unit.documents())))
                .with(compared(policy, unit, line.documents()));
    }

    private static List<DatedDocument> compared(CompiledPolicy policy, UnitFacts unit, List<DatedDocument> papers) {
        List<DatedDocument> compared = new ArrayList<>(papers.size());
        for (DatedDocument paper : papers) {
            boolean differs = paper.state() == DatedDocument.State.VALID
                    && !paper.isExamined()
                    && !mismatches(policy, unit, paper).isEmpty();
            compared.add(differs ? paper.in(DatedDocument.State.INCONSISTENT) : paper);
        }
        return compared;
    }

    /** In what the paper differs from the unit, in the pack's order. */
    static List<Mismatch> mismatches(CompiledPolicy policy, UnitFacts unit, DatedDocument paper) {
        List<Mismatch> found = new ArrayList<>(0);
        for (String name : policy.agreesIn(paper.kind())) {
            String printed = paper.attributes().get(name);
            String own = ofUnit(unit, name);
            if (printed != null && own != null && !isSame(printed, own)) {
                found.add(new Mismatch(name, printed, own));
            }
        }
        return found;
    }

    private static @Nullable String ofUnit(UnitFacts unit, String name) {
        return switch (name) {
            case "model" -> unit.model();
            case "serial" -> unit.serial();
            default -> unit.attributes().get(name);
        };
    }

    /** Who copies a number from a paper minds neither capitals nor blanks about it. */
    private static boolean isSame(String printed, String own) {
        return printed.strip().equalsIgnoreCase(own.strip());
    }
}
