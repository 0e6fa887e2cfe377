package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPartsWanted;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.logistics.ShippingHeld;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is to become of stock when a batch issue wants parts, gets a plan, and is closed. An issue may have tens of thousands of
 * claims: what these have been served with is counted by the sweep then, and other events do not wait for it.
 */
@Component
public class HearBatchIssue {

    private static final Logger log = LoggerFactory.getLogger(HearBatchIssue.class);

    private final Emergencies emergencies;
    private final SupplyEmergency supply;
    private final ServedParts servedParts;
    private final StockAssessment assessment;
    private final Clock clock;

    HearBatchIssue(
            Emergencies emergencies,
            SupplyEmergency supply,
            ServedParts servedParts,
            StockAssessment assessment,
            Clock clock) {
        this.emergencies = emergencies;
        this.supply = supply;
        this.servedParts = servedParts;
        this.assessment = assessment;
        this.clock = clock;
    }

    /** Says what stock has of the parts, and reserves them where there is a plan. */
    public void wanted(Received<EmergencyPartsWanted> cause) {
        EmergencyPartsWanted said = cause.data();
        Instant now = now();
        Optional<Map<String, Integer>> served = servedParts.ofFew(said.vendor(), said.batchIssueId());
        emergencies.react(cause, said.batchIssueId(), emergency -> {
            Emergency wanting = emergency.wanting(said.parts(), now);
            if (wanting == emergency) {
                return Change.of(emergency);
            }
            Emergency next = served.map(wanting::counted).orElse(wanting);
            return Change.of(next, assessment.of(next, now));
        });
        supply.proceedAtOnce(said.batchIssueId());
    }

    /** Reserves the plan's parts, and holds shipping where it orders that. */
    public void planned(Received<EmergencyPlanInitiated> cause) {
        EmergencyPlanInitiated said = cause.data();
        Instant now = now();
        ShippingHold hold = hold(said, now);
        emergencies.react(cause, said.batchIssueId(), emergency -> {
            Emergency next = emergency.planned(said.parts(), hold, now);
            if (next == emergency || hold == null) {
                return Change.of(next);
            }
            log.atInfo()
                    .addKeyValue("batchIssue", said.batchIssueId())
                    .addKeyValue("vendor", said.vendor())
                    .log("shipping held");
            return Change.of(
                    next, new ShippingHeld(said.batchIssueId(), said.vendor(), hold.model(), hold.lots(), now));
        });
        supply.proceedAtOnce(said.batchIssueId());
    }

    /** Lets go of all that was reserved and held. */
    public void resolved(Received<BatchIssueResolved> cause) {
        BatchIssueResolved said = cause.data();
        Instant now = now();
        emergencies.react(cause, said.batchIssueId(), emergency -> Change.of(emergency.resolved(now)));
        supply.proceedAtOnce(said.batchIssueId());
    }

    /** Of the containments, only the stop of shipping concerns what leaves the house. */
    private static @Nullable ShippingHold hold(EmergencyPlanInitiated said, Instant now) {
        String model = said.group().model();
        return said.containment() == Containment.STOP_SHIP && model != null
                ? new ShippingHold(said.batchIssueId(), model, said.lots(), now)
                : null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
