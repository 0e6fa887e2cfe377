package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import dev.aftersales.logistics.stock.Reserves;
import dev.aftersales.logistics.stock.StockArrived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final ServedParts servedParts;
    private final StockAssessment assessment;
    private final Clock clock;

    SupplyEmergency(
            Emergencies emergencies,
            Reserves reserves,
            ServedParts servedParts,
            StockAssessment assessment,
            Clock clock) {
        this.emergencies = emergencies;
        this.reserves = reserves;
        this.servedParts = servedParts;
        this.assessment = assessment;
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
        proceed(issue, asked -> Optional.of(servedParts.of(asked.vendor(), asked.issue())));
    }

    /** The same without waiting for a long count: where there are many claims, the step stays due, and the sweep counts. */
    void proceedAtOnce(String issue) {
        proceed(issue, asked -> servedParts.ofFew(asked.vendor(), asked.issue()));
    }

    private void proceed(String issue, Function<Emergency, Optional<Map<String, Integer>>> counting) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Emergency> found = emergencies.find(issue);
            if (found.isEmpty()
                    || found.get().plannedAt() == null && found.get().stepDue() == null) {
                return;
            }
            Emergency asked = found.get();
            // Goods that arrive change nothing of what is served: only a step that is due has it counted.
            boolean counts = asked.stepDue() != null && asked.resolvedAt() == null;
            Optional<Map<String, Integer>> served = counts ? counting.apply(asked) : Optional.empty();
            List<ReservedPart> reserved = reserved(asked, served);
            if (settled(asked, served, reserved, counts && served.isEmpty())) {
                return;
            }
        }
        throw new IllegalStateException("an emergency changes faster than stock");
    }

    private List<ReservedPart> reserved(Emergency asked, Optional<Map<String, Integer>> served) {
        if (asked.plannedAt() == null) {
            return asked.reserved();
        }
        return asked.isActive() ? supply(asked, served) : release(asked);
    }

    private List<ReservedPart> supply(Emergency asked, Optional<Map<String, Integer>> served) {
        ShippingHold hold = asked.hold();
        if (hold != null) {
            long pieces = reserves.onHand(asked.vendor(), hold.model(), hold.lots());
            reserves.want(asked.vendor(), hold.model(), quarantineOf(asked), pieces, false);
        }
        List<ReservedPart> reserved = new ArrayList<>();
        for (String part : asked.parts()) {
            int wanted = asked.wanted(part);
            Reserves.Reserve reserve = served.isEmpty()
                    ? reserves.wantAtLeast(asked.vendor(), part, asked.issue(), wanted, asked.served(part))
                    : reserves.want(
                            asked.vendor(),
                            part,
                            asked.issue(),
                            wanted,
                            served.get().getOrDefault(part, 0));
            reserved.add(new ReservedPart(
                    part, wanted, Math.toIntExact(reserve.reserved()), Math.toIntExact(reserve.had())));
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

    /**
     * Writes what stock did, unless something else is asked for meanwhile.
     *
     * @param countLeft whether the step stays due, because what is served was to be counted and was not
     */
    private boolean settled(
            Emergency asked, Optional<Map<String, Integer>> served, List<ReservedPart> reserved, boolean countLeft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return emergencies
                .<Boolean>decide(asked.issue(), emergency -> {
                    if (!emergency.asksTheSameAs(asked)) {
                        return Decision.refuse(false);
                    }
                    Emergency counted = served.map(emergency::counted).orElse(emergency);
                    // What was served since then may have been passed over: the sweep counts once more.
                    Instant later = emergency.owesMoreThan(asked) ? now : null;
                    Instant due = countLeft ? emergency.stepDue() : later;
                    Emergency settled = counted.settled(reserved, due);
                    return settled.equals(emergency)
                            ? Decision.refuse(true)
                            : Decision.commit(settled, true, news(emergency, settled, now));
                })
                .orElse(true);
    }

    private List<Event> news(Emergency before, Emergency after, Instant now) {
        List<Event> news = new ArrayList<>();
        if (!after.reserved().equals(before.reserved())) {
            news.add(new EmergencyPartsReserved(after.issue(), after.vendor(), after.reserved(), now));
        }
        // A draft shows it; a plan shows what is reserved.
        if (after.plannedAt() == null && !after.served().equals(before.served())) {
            news.add(assessment.of(after, true, now));
        }
        return news;
    }
}
