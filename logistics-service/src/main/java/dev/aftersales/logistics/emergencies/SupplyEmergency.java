package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import dev.aftersales.logistics.stock.Reserves;
import dev.aftersales.logistics.stock.StockArrived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The steps of an emergency with stock (design, section 4: an effect over several documents). Each is repeatable, by anyone,
 * at any time; a crash anywhere is mended by calling {@link #proceed} once more, which the sweep does.
 *
 * <p>What comes in goes to emergencies first, and to the orders that wait after that: whoever started the plan has decided
 * so, and the orders of the issue's claims draw from it.
 */
@Component
@Order(SupplyEmergency.BEFORE_ORDERS)
class SupplyEmergency implements StockArrived {

    static final int BEFORE_ORDERS = 0;

    private static final int AT_ONCE = 100;
    private static final int TRIES = 20;

    private final Emergencies emergencies;
    private final Reserves reserves;
    private final Clock clock;

    SupplyEmergency(Emergencies emergencies, Reserves reserves, Clock clock) {
        this.emergencies = emergencies;
        this.reserves = reserves;
        this.clock = clock;
    }

    @Override
    public boolean arrived(String vendor, String part) {
        String after = "";
        List<String> step;
        do {
            step = emergencies.watching(vendor, part, after, AT_ONCE);
            step.forEach(this::proceed);
            after = step.isEmpty() ? after : step.getLast();
        } while (step.size() == AT_ONCE);
        return true;
    }

    /** Has stock do what the emergency asks for by now, and tells what became of it where that is news. */
    void proceed(String issue) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Emergency> found = emergencies.find(issue);
            if (found.isEmpty() || found.get().plannedAt() == null) {
                return;
            }
            Emergency asked = found.get();
            List<ReservedPart> reserved = asked.isActive() ? supply(asked) : release(asked);
            if (settled(asked, reserved)) {
                return;
            }
        }
        throw new IllegalStateException("an emergency changes faster than stock");
    }

    private List<ReservedPart> supply(Emergency asked) {
        ShippingHold hold = asked.hold();
        if (hold != null) {
            long pieces = reserves.onHand(asked.vendor(), hold.model(), hold.lots());
            reserves.want(asked.vendor(), hold.model(), quarantineOf(asked), pieces, false);
        }
        List<ReservedPart> reserved = new ArrayList<>();
        for (String part : asked.parts()) {
            int wanted = asked.wanted(part);
            Reserves.Reserve reserve = reserves.want(asked.vendor(), part, asked.issue(), wanted, true);
            reserved.add(new ReservedPart(part, wanted, Math.toIntExact(reserve.reserved())));
        }
        return reserved;
    }

    private List<ReservedPart> release(Emergency asked) {
        asked.parts().forEach(part -> reserves.end(asked.vendor(), part, asked.issue()));
        ShippingHold hold = asked.hold();
        if (hold != null) {
            reserves.end(asked.vendor(), hold.model(), quarantineOf(asked));
        }
        return asked.reserved();
    }

    /** The reserve that keeps held lots from orders: it is no issue's, so none draws from it. */
    private static String quarantineOf(Emergency asked) {
        return "held/" + asked.issue();
    }

    /** Writes what stock did, unless something else is asked for meanwhile. */
    private boolean settled(Emergency asked, List<ReservedPart> reserved) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return emergencies
                .<Boolean>decide(asked.issue(), emergency -> {
                    if (!emergency.asksTheSameAs(asked)) {
                        return Decision.refuse(false);
                    }
                    Emergency settled = emergency.settled(reserved);
                    if (settled.equals(emergency)) {
                        return Decision.refuse(true);
                    }
                    return reserved.equals(emergency.reserved())
                            ? Decision.commit(settled, true)
                            : Decision.commit(
                                    settled,
                                    true,
                                    new EmergencyPartsReserved(asked.issue(), asked.vendor(), reserved, now));
                })
                .orElse(true);
    }
}
