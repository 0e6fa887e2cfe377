package dev.aftersales.logistics.affected;

import dev.aftersales.contracts.events.radar.CountedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The numbers of the lines that count. */
    Set<Integer> lineNumbers() {
        return lines.stream()
                .map(key -> Integer.valueOf(key.substring(0, key.indexOf('/'))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String key(CountedLine line) {
        return line.line() + "/" + (line.serial() == null ? "" : line.serial());
    }
}
