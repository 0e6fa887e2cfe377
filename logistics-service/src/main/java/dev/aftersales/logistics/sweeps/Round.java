package dev.aftersales.logistics.sweeps;

import dev.aftersales.chassis.store.Outages;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round of a sweep. One piece of work that fails for a reason of its own must not keep the others waiting. */
public final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);

    private Round() {}

    /**
     * Does each piece of work; what fails is tried again in the next round.
     *
     * @throws RuntimeException of an outage, which would fail the others too
     */
    public static <T> void of(String sweep, List<T> work, Consumer<T> finish) {
        for (T one : work) {
            try {
                finish.accept(one);
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                log.atError().addKeyValue("sweep", sweep).setCause(e).log("A step could not be finished");
            }
        }
    }
}
