package dev.aftersales.logistics.emergencies;

import dev.aftersales.logistics.sweeps.Round;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Does the steps of emergencies with stock that are due for a while: those that were left to it, because what the claims have is
 * to be counted anew or takes long to count, and those that a crash left half done.
 */
@Component
public class EmergencySweep implements Runnable {

    /** What is younger is most likely being done at this very moment. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 100;

    private final Emergencies emergencies;
    private final SupplyEmergency supply;
    private final Clock clock;

    EmergencySweep(Emergencies emergencies, SupplyEmergency supply, Clock clock) {
        this.emergencies = emergencies;
        this.supply = supply;
        this.clock = clock;
    }

    @Override
    public void run() {
        Round.of("emergency-steps", emergencies.owingSteps(clock.instant().minus(GRACE), AT_ONCE), supply::proceed);
    }
}
