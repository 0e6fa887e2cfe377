package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.EmergencyPartsWanted;
import dev.aftersales.logistics.emergencies.HearBatchIssue;
import org.springframework.stereotype.Component;

/** Says what stock has of the parts, and reserves them where there is a plan. */
@Component
class OnEmergencyPartsWanted implements Reaction<EmergencyPartsWanted> {

    private final HearBatchIssue hearBatchIssue;

    OnEmergencyPartsWanted(HearBatchIssue hearBatchIssue) {
        this.hearBatchIssue = hearBatchIssue;
    }

    @Override
    public Class<EmergencyPartsWanted> event() {
        return EmergencyPartsWanted.class;
    }

    @Override
    public void react(Received<EmergencyPartsWanted> event) {
        hearBatchIssue.wanted(event);
    }
}
