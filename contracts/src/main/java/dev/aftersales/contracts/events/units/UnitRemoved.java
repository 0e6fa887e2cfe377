package dev.aftersales.contracts.events.units;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A unit stands under no sales contract any more: the one that it stood under was entered anew without it, and no other has
 * it.
 *
 * @param contractNumber of the contract that it stood under
 * @param removedAt when the contract was entered without it
 */
@EventContract(type = "units.unit-removed.v1", topic = Topic.UNITS)
public record UnitRemoved(String vendor, String serial, String contractNumber, Instant removedAt) implements Event {}
