package dev.aftersales.contracts.events.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of an open batch issue became more, or fewer because lines were withdrawn or found to belong elsewhere.
 *
 * @param episode which issue of the group it is, from 1
 * @param units all that count by now: distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param reachedAt when there were enough units, by what is known by now: a claim that was heard late may have made it
 *     sooner than was told; absent in an event of before that was said
 * @param came lines that count from now on
 * @param went lines that count no more
 */
@EventContract(type = "radar.group-grew.v1", topic = Topic.BATCH_ALARMS)
public record GroupGrew(
        String vendor,
        String groupId,
        int episode,
        int units,
        int unverified,
        @Nullable Instant reachedAt,
        List<CountedLine> came,
        List<CountedLine> went)
        implements Event {
    public GroupGrew {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }
}
