package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes the steps with stock that a crash left half done. */
@Component
public class OrderSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(OrderSweep.class);

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
        orders.owingSteps(clock.instant().minus(GRACE), AT_ONCE).forEach(this::finish);
    }

    private void finish(String claimId) {
        try {
            fulfilment.proceed(claimId);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            // The others must not wait for one that fails for a reason of its own; the next round tries it again.
            log.atError().addKeyValue("claim", claimId).setCause(e).log("A step of the order failed");
        }
    }
}
