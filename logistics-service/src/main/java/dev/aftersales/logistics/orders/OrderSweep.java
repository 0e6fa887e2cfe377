package dev.aftersales.logistics.orders;

import dev.aftersales.logistics.sweeps.Round;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finishes the steps with stock that a crash left half done. */
@Component
public class OrderSweep implements Runnable {

    /** What is younger is most likely being done at this very moment. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 200;

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final Clock clock;

    OrderSweep(Orders orders, Fulfilment fulfilment, Clock clock) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<String> owing = orders.owingSteps(clock.instant().minus(GRACE), AT_ONCE);
        Round.of("order-steps", owing, fulfilment::proceed);
    }
}
