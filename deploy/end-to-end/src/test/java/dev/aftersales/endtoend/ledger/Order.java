package dev.aftersales.endtoend.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of an aggregate, after repeats of an id are dropped: a gap in their sequence, or an older after a newer. */
public record Order() implements Checker {

    @Override
    public List<String> findings(Ledger ledger, Sighting sighting) {
        List<String> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Sighting.Event event : sighting.events()) {
            if (event.sequence() == null || !known.add(event.topic() + " " + event.id())) {
                continue;
            }
            String aggregate = event.topic() + "/" + event.key();
            long before = last.getOrDefault(aggregate, 0L);
            if (event.sequence() <= before) {
                findings.add(
                        aggregate + ": " + event.type() + " with sequence " + event.sequence() + " after " + before);
            } else if (event.sequence() > before + 1) {
                findings.add(aggregate + ": nothing between sequence " + before + " and " + event.sequence());
            }
            last.merge(aggregate, event.sequence(), Math::max);
        }
        return findings;
    }
}
