package dev.aftersales.chassis.aggregate;

import java.util.List;

/** Told of each commit that has events to tell. Must return at once and must not fail the commit. */
@FunctionalInterface
public interface OutboxWake {

    /**
     * Events wait.
     *
     * @param pending the whole pending prefix of the aggregate, oldest first
     */
    void committed(AggregateType<?> type, String id, String vendor, List<OutboxEntry> pending);
}
