package dev.aftersales.chassis.store;

import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Knows from the driver's own monitoring whether there is a store that takes writes. */
public final class StoreWatch implements ClusterListener {

    /** A connection that broke makes the driver doubt the server until it has asked it again; that is no outage yet. */
    private static final Duration DOUBT = Duration.ofMillis(300);

    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Long> awaySince = new AtomicReference<>();

    /** @param nanoTime as {@link System#nanoTime()} */
    public StoreWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        hears(event.getNewDescription().hasWritableServer());
    }

    void hears(boolean writable) {
        if (writable) {
            awaySince.set(null);
        } else {
            awaySince.compareAndSet(null, nanoTime.getAsLong());
        }
    }

    /** Whether a request would only wait in vain. */
    public boolean isStoreAway() {
        Long since = awaySince.get();
        return since != null && nanoTime.getAsLong() - since > DOUBT.toNanos();
    }
}
