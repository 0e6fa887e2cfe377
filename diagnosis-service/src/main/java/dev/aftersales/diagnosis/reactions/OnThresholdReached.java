package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import dev.aftersales.diagnosis.batches.OpenBatchIssue;
import org.springframework.stereotype.Component;

/** Opens the batch issue of the group. */
@Component
class OnThresholdReached implements Reaction<ThresholdReached> {

    private final OpenBatchIssue openBatchIssue;

    OnThresholdReached(OpenBatchIssue openBatchIssue) {
        this.openBatchIssue = openBatchIssue;
    }

    @Override
    public Class<ThresholdReached> event() {
        return ThresholdReached.class;
    }

    @Override
    public void react(Received<ThresholdReached> event) {
        openBatchIssue.reached(event);
    }
}
