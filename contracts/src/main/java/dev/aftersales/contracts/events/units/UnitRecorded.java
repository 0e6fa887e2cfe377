package dev.aftersales.contracts.events.units;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit stands under a sales contract, for the first time or otherwise than was said before. The last event of a unit is
 * all that there is to know of it.
 *
 * @param itemClass what kind of item it is, as policies call it, for example {@code MAIN_UNIT}
 * @param lot its production lot; absent where the maker did not tell it
 * @param organisation the customer company that holds the contract
 * @param recordedAt when the contract was entered that says so
 */
@EventContract(type = "units.unit-recorded.v1", topic = Topic.UNITS)
public record UnitRecorded(
        String vendor,
        String serial,
        String model,
        String itemClass,
        @Nullable String lot,
        String contractNumber,
        String organisation,
        Instant recordedAt)
        implements Event {}
