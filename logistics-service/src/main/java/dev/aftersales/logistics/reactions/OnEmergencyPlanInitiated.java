package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.logistics.emergencies.HearBatchIssue;
import org.springframework.stereotype.Component;

/** Reserves the plan's parts, and holds shipping where it orders that. */
@Component
class OnEmergencyPlanInitiated implements Reaction<EmergencyPlanInitiated> {

    private final HearBatchIssue hearBatchIssue;

    OnEmergencyPlanInitiated(HearBatchIssue hearBatchIssue) {
        this.hearBatchIssue = hearBatchIssue;
    }

    @Override
    public Class<EmergencyPlanInitiated> event() {
        return EmergencyPlanInitiated.class;
    }

    @Override
    public void react(Received<EmergencyPlanInitiated> event) {
        hearBatchIssue.planned(event);
    }
}
