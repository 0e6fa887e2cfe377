package dev.aftersales.chassis.aggregate;

import dev.aftersales.contracts.Topic;

/** Ids of the events that aggregates tell: the same however often one is sent. */
public final class EventId {

    private EventId() {}

    /** Of what an aggregate tells with that sequence of its own, from 1. */
    public static String of(Topic topic, String aggregate, long sequence) {
        return topic.topicName() + "/" + aggregate + "/" + sequence;
    }
}
