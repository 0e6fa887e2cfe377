package dev.aftersales.contracts.events.catalogue;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A fault code was entered into a vendor's catalogue, or what stands there of it was changed.
 *
 * @param revision of the entry, from 1
 * @param family of codes whose faults are alike (A?8); the code itself where it is of none
 * @param enteredAt when, in business time
 */
@EventContract(type = "catalogue.fault-code-entered.v1", topic = Topic.FAULT_CATALOGUE)
public record FaultCodeEntered(String vendor, String code, int revision, String family, Instant enteredAt)
        implements Event {}
