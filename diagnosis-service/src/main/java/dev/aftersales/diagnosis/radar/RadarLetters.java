package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.chassis.store.Outages;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The radar's letters among those of its service. They bear one name whatever is counted by: a record that was settled once
 * is settled for whoever reads the topics anew.
 */
final class RadarLetters implements Letters {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Less than a consumer may take between two polls, after which its partitions are another's. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final DeadLetters deadLetters;
    private final String consumer;
    private volatile boolean stuck;

    RadarLetters(DeadLetters deadLetters, String consumer) {
        this.deadLetters = deadLetters;
        this.consumer = consumer;
    }

    String consumer() {
        return consumer;
    }

    /** Whether there is a record that can neither be read nor kept, so that its partition does not go on. */
    boolean areStuck() {
        return stuck;
    }

    @Override
    public boolean park(ConsumerRecord<String, byte[]> received) {
        boolean[] blocked = new boolean[1];
        untilItIsOver(() -> {
            blocked[0] = deadLetters.isBlocked(consumer, received);
            if (blocked[0]) {
                deadLetters.park(consumer, received);
            }
        });
        return blocked[0];
    }

    @Override
    public void forget() {
        deadLetters.forget(consumer);
    }

    @Override
    public void bury(ConsumerRecord<String, byte[]> received, RuntimeException failure) {
        untilItIsOver(() -> deadLetters.bury(consumer, received, failure, 1));
    }

    /** An outage of the store is no reason of the record's own, nor one to lose what was counted in this transaction. */
    private void untilItIsOver(Runnable keeping) {
        long began = System.nanoTime();
        while (true) {
            try {
                keeping.run();
                stuck = false;
                return;
            } catch (RuntimeException e) {
                boolean outage = Outages.isOutage(e);
                stuck = !outage;
                if (!outage || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
