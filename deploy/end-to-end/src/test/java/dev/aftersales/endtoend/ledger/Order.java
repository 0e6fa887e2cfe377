package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events of an aggregate, after repeats of an id are dropped: a gap in their sequence, an older after a newer, or an
 * end before the owner's own count.
 */
public record Order() implements Checker {

    /** What the radar says of a group counts on from the moment at which it met the group, and gauges leave out some. */
    private static final Set<String> RADAR = Set.of("batch-alarms", "batch-gauges");

    /** There the radar is told again what others told on their topics: some events of each, of several topics. */
    private static final String REDRIVEN = "batch-radar-redriven";

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        List<String> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Sighting.Event event : sighting.events()) {
            if (isOurs(event) && event.sequence() == null) {
                findings.add(event.topic() + "/" + event.key() + ": " + event.type() + " has no sequence");
            }
            if (event.sequence() == null
                    || event.topic().equals(REDRIVEN)
                    || !known.add(event.topic() + " " + event.id())) {
                continue;
            }
            String aggregate = event.topic() + "/" + event.key();
            long before = last.getOrDefault(aggregate, 0L);
            if (event.sequence() <= before) {
                findings.add(
                        aggregate + ": " + event.type() + " with sequence " + event.sequence() + " after " + before);
            } else if (event.sequence() > before + 1 && !RADAR.contains(event.topic())) {
                findings.add(aggregate + ": nothing between sequence " + before + " and " + event.sequence());
            }
            last.merge(aggregate, event.sequence(), Math::max);
        }
        sighting.told().forEach((aggregate, count) -> {
            if (last.getOrDefault(aggregate, 0L) < count) {
                findings.add(aggregate + ": nothing after " + last.getOrDefault(aggregate, 0L) + " of " + count);
            }
        });
        return findings;
    }

    /** How many events it could look at: without any its silence would mean nothing. */
    public static long lookedAt(Sighting sighting) {
        return sighting.events().stream()
                .filter(event -> event.sequence() != null)
                .count();
    }

    /** The id of an event of ours names its aggregate. */
    private static boolean isOurs(Sighting.Event event) {
        return event.id().startsWith(event.topic() + "/" + event.key() + "/");
    }
}
