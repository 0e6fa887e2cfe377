package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.PartQuantity;
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
        Optional<Emergency> found = emergencies.find(issue).filter(SupplyEmergency::hasAStep);
        if (found.isEmpty()) {
            return;
        }
        Emergency first = found.get();
        // Once, however often it changes meanwhile: what its claims have does not depend on what is wanted. Goods that
        // arrive change nothing of it: only a step that is due has it counted.
        Optional<Map<String, Integer>> count = owesCount(first) ? counting.apply(first) : Optional.empty();
        for (int attempt = 0; attempt < TRIES && found.isPresent(); attempt++) {
            Emergency asked = found.get();
            Optional<Map<String, Integer>> served = asked.resolvedAt() == null ? count : Optional.empty();
            List<ReservedPart> reserved = reserved(asked, served);
            if (settled(first, asked, served, reserved)) {
                return;
            }
            found = emergencies.find(issue).filter(SupplyEmergency::hasAStep);
        }
        if (found.isPresent()) {
            throw new IllegalStateException("an emergency changes faster than stock");
        }
    }

    private static boolean hasAStep(Emergency emergency) {
        return emergency.plannedAt() != null || emergency.stepDue() != null;
    }

    private static boolean owesCount(Emergency emergency) {
        return emergency.stepDue() != null && emergency.resolvedAt() == null;
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
                    part, wanted, Math.toIntExact(reserve.reserved()), Math.toIntExact(reserve.served())));
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
     * @param first as it was before what is served was counted
     * @param served absent where it was not counted: where it was to be, the step stays due
     */
    private boolean settled(
            Emergency first, Emergency asked, Optional<Map<String, Integer>> served, List<ReservedPart> reserved) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return emergencies
                .<Boolean>decide(asked.issue(), emergency -> {
                    if (!emergency.asksTheSameAs(asked)) {
                        return Decision.refuse(false);
                    }
                    Emergency counted = served.map(emergency::counted).orElse(emergency);
                    // What was served since then may have been passed over: the sweep counts once more.
                    boolean more = emergency.owesAnotherStepThan(asked) || emergency.owesAnotherCountThan(first);
                    Instant later = more ? now : null;
                    Instant due = owesCount(asked) && served.isEmpty() ? emergency.stepDue() : later;
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
        // A draft shows it, also that nothing is served; a plan shows what is reserved.
        boolean others = !after.served().equals(before.served())
                || after.wanted().stream()
                        .map(PartQuantity::part)
                        .anyMatch(part -> after.isCounted(part) != before.isCounted(part));
        if (after.plannedAt() == null && others) {
            news.add(assessment.of(after, now));
        }
        return news;
    }
}
