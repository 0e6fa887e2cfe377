package dev.aftersales.claims.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a bulk decision made of the lines of a claim. */
record BulkOutcome(String bulk, String vendor, String claim, List<Line> lines) {

    BulkOutcome {
        lines = List.copyOf(lines);
    }

    /** @param refusal the type of the problem that a single decision of the line would have met; absent where it is decided */
    record Line(int line, @Nullable String refusal) {}

    String id() {
        return bulk + "/" + claim;
    }

    int decidedLines() {
        return (int) lines.stream().filter(line -> line.refusal() == null).count();
    }

    int refusedLines() {
        return lines.size() - decidedLines();
    }
}
