package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets lines be served, whoever pays for it: what logistics is told, and what the timeline says. */
final class Authorising {

    private final Amendment amendment;
    private final List<ServiceAuthorised.Line> authorised = new ArrayList<>();
    private final Map<Route, List<Integer>> served = new EnumMap<>(Route.class);
    private final Map<Route, List<Integer>> waiting = new EnumMap<>(Route.class);

    Authorising(Amendment amendment) {
        this.amendment = amendment;
    }

    /** The line may be served by that route; only the way of the parts begins by itself. */
    void authorise(ClaimLine line, Route route) {
        Conclusion conclusion = line.conclusion();
        if (route == Route.PARTS && conclusion != null && !conclusion.parts().isEmpty()) {
            authorised.add(new ServiceAuthorised.Line(
                    line.line(), line.serial(), amendment.before().model(), route, conclusion.parts()));
            served.computeIfAbsent(route, key -> new ArrayList<>()).add(line.line());
        } else {
            waiting.computeIfAbsent(route, key -> new ArrayList<>()).add(line.line());
        }
    }

    /**
     * The line may be served by that route, and the customer pays for it; where parts are sent, nothing is left to wait
     * for (D2.2c, reading D?4).
     *
     * @param parts that the quote names for it
     */
    void authorise(ClaimLine line, Route route, List<PartQuantity> parts, int quote) {
        if (route == Route.PARTS) {
            authorised.add(new ServiceAuthorised.Line(
                    line.line(), line.serial(), amendment.before().model(), route, parts, quote));
            served.computeIfAbsent(route, key -> new ArrayList<>()).add(line.line());
        } else {
            waiting.computeIfAbsent(route, key -> new ArrayList<>()).add(line.line());
        }
    }

    /** Says so in the timeline. */
    void note(Actor actor) {
        served.forEach(
                (route, lines) -> amendment.note(TimelineEntry.What.SERVICE_AUTHORISED, actor, lines, route.name()));
        waiting.forEach(
                (route, lines) -> amendment.note(TimelineEntry.What.WAITING_FOR_SERVICE, actor, lines, route.name()));
    }

    /** Tells logistics. */
    void tell() {
        Claim claim = amendment.before();
        for (List<ServiceAuthorised.Line> lines : Chunks.of(authorised, EventBytes::of)) {
            amendment.tell(new ServiceAuthorised(claim.id(), claim.vendor(), claim.customer(), lines));
        }
    }
}
