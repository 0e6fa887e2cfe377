package dev.aftersales.diagnosis.gauges;

import dev.aftersales.contracts.events.radar.GroupGauged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one reader is still to be told: of each group the last word only. A reader who is too slow even for that is given up,
 * and begins anew when he comes again.
 */
final class GaugeStream {

    /** So many groups at most wait to be told. */
    static final int MOST = 1_000;

    private final String person;
    private final String vendor;
    private final GaugeFilter filter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, GroupGauged> untold = new LinkedHashMap<>();
    private boolean ended;

    GaugeStream(String person, String vendor, GaugeFilter filter) {
        this.person = person;
        this.vendor = vendor;
        this.filter = filter;
    }

    String person() {
        return person;
    }

    /** Whether the group is shown, as it stands. */
    boolean shows(GroupGauged gauge) {
        return filter.takes(gauge);
    }

    void tell(GroupGauged gauge) {
        if (!gauge.vendor().equals(vendor) || !filter.mayTake(gauge)) {
            return;
        }
        lock.lock();
        try {
            if (ended) {
                return;
            }
            untold.put(gauge.groupId(), gauge);
            if (untold.size() > MOST) {
                end();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            untold.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What is to be told, waited for so long at most: nothing when there was nothing, empty when the stream is over. */
    Optional<List<GroupGauged>> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (untold.isEmpty() && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (ended) {
                return Optional.empty();
            }
            List<GroupGauged> next = new ArrayList<>(untold.values());
            untold.clear();
            return Optional.of(next);
        } finally {
            lock.unlock();
        }
    }
}
