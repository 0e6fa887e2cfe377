package dev.aftersales.logistics.affected;

import dev.aftersales.contracts.events.radar.CountedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim with lines in a batch issue.
 *
 * @param lines that count, by number and serial; none when all were withdrawn or belong elsewhere
 */
record AffectedClaim(String issue, String vendor, String claimId, List<String> lines) {

    AffectedClaim {
        lines = List.copyOf(lines);
    }

    /** A line whose serial was said later goes and comes in one word: what comes counts. */
    AffectedClaim with(List<CountedLine> came, List<CountedLine> went) {
        List<String> now = new ArrayList<>(lines);
        went.forEach(line -> now.remove(key(line)));
        came.stream().map(AffectedClaim::key).filter(key -> !now.contains(key)).forEach(now::add);
        return new AffectedClaim(issue, vendor, claimId, now);
    }

    private static String key(CountedLine line) {
        return line.line() + "/" + (line.serial() == null ? "" : line.serial());
    }
}
