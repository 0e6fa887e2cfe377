package dev.aftersales.diagnosis.radar;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where the radar puts records that it cannot read. Each returns when it is durable, and may be said again. */
interface Letters {

    /** Whether an earlier record of the same aggregate waits there to be redriven; then this one is put behind it. */
    boolean park(ConsumerRecord<String, byte[]> received);

    /** Forgets what is remembered of those that wait, so that it is looked up. */
    void forget();

    void bury(ConsumerRecord<String, byte[]> received, RuntimeException failure);
}
