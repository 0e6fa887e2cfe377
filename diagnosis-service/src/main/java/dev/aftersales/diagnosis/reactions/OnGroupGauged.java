package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.diagnosis.gauges.GroupGauges;
import org.springframework.stereotype.Component;

/** Shows how full the group is. */
@Component
class OnGroupGauged implements Reaction<GroupGauged> {

    private final GroupGauges groups;

    OnGroupGauged(GroupGauges groups) {
        this.groups = groups;
    }

    @Override
    public Class<GroupGauged> event() {
        return GroupGauged.class;
    }

    @Override
    public void react(Received<GroupGauged> event) {
        groups.gauged(event);
    }
}
