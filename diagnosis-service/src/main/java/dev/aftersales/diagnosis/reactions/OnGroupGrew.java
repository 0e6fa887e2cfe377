package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.radar.GroupGrew;
import dev.aftersales.diagnosis.batches.GrowBatchIssue;
import org.springframework.stereotype.Component;

/** Lets the batch issue of the group grow. */
@Component
class OnGroupGrew implements Reaction<GroupGrew> {

    private final GrowBatchIssue growBatchIssue;

    OnGroupGrew(GrowBatchIssue growBatchIssue) {
        this.growBatchIssue = growBatchIssue;
    }

    @Override
    public Class<GroupGrew> event() {
        return GroupGrew.class;
    }

    @Override
    public void react(Received<GroupGrew> event) {
        growBatchIssue.grew(event);
    }
}
