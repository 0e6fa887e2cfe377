package dev.aftersales.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreWatchTest {

    private final AtomicLong now = new AtomicLong(-1);
    private final StoreWatch watch = new StoreWatch(now::get);

    @Test
    void takesADoubtThatIsSoonDispelledForNoOutage() {
        watch.hears(false);
        pass(300);
        assertThat(watch.isStoreAway()).isFalse();

        watch.hears(true);
        pass(1000);

        assertThat(watch.isStoreAway()).isFalse();
    }

    @Test
    void knowsAnOutageHoweverOftenItIsTold() {
        watch.hears(false);
        pass(200);
        watch.hears(false);
        pass(101);

        assertThat(watch.isStoreAway()).isTrue();
    }

    @Test
    void forgetsAnOutageTheMomentItIsOver() {
        watch.hears(false);
        pass(5000);

        watch.hears(true);

        assertThat(watch.isStoreAway()).isFalse();
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
