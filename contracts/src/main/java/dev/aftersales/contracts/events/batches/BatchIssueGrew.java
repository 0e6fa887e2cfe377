package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.radar.CountedLine;
import java.util.List;

/**
 * The units of an open batch issue became more, or fewer because lines were withdrawn or found to belong elsewhere.
 *
 * @param units all that count by now: distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param came lines that count from now on
 * @param went lines that count no more
 */
@EventContract(type = "batches.batch-issue-grew.v1", topic = Topic.BATCH_ISSUES)
public record BatchIssueGrew(
        String batchIssueId, String vendor, int units, int unverified, List<CountedLine> came, List<CountedLine> went)
        implements Event {
    public BatchIssueGrew {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }
}
