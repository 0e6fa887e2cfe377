package dev.aftersales.chassis.deadletters;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A consumer of the service that is no reaction, and how records of its dead letters come back to it. */
public interface RedriveTarget {

    /** The name under which it buries. */
    String consumer();

    /**
     * Has the record taken in again. Returns when nothing can prevent that any more.
     *
     * @throws RuntimeException if it cannot be: for the record's own reason, or because of an outage
     */
    void redrive(ConsumerRecord<String, byte[]> buried);
}
