package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.batches.TellCustomers;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import org.springframework.stereotype.Component;

/** Has the owners of sister units told, where the plan orders that. */
@Component
final class OnEmergencyPlanInitiated implements Reaction<EmergencyPlanInitiated> {

    private final TellCustomers customers;

    OnEmergencyPlanInitiated(TellCustomers customers) {
        this.customers = customers;
    }

    @Override
    public Class<EmergencyPlanInitiated> event() {
        return EmergencyPlanInitiated.class;
    }

    @Override
    public void react(Received<EmergencyPlanInitiated> event) {
        customers.ordered(event.data());
    }
}
