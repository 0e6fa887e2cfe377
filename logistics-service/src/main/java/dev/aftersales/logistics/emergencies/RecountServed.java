package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.aggregate.Decision;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Has a batch issue count anew what its claims are served with. The sweep counts, so that a burst of orders costs one count
 * and not one each.
 */
@Component
public class RecountServed {

    private final Emergencies emergencies;
    private final Clock clock;

    RecountServed(Emergencies emergencies, Clock clock) {
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** The orders or the claims of the issue are others now. An issue of which nothing was heard yet counts when it is. */
    public void owed(String issue) {
        emergencies.decide(
                issue,
                emergency -> emergency.resolvedAt() != null
                        ? Decision.refuse(false)
                        : Decision.commit(
                                emergency.owingCount(
                                        UUID.randomUUID().toString(),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                                true));
    }
}
