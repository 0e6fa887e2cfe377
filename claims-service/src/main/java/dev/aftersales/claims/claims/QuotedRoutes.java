package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.quotes.FeeModel;
import dev.aftersales.claims.quotes.Objection;
import dev.aftersales.claims.quotes.QuoteItem;
import dev.aftersales.claims.quotes.Served;
import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the lines of a quote that staff make are served, so that nobody pays for what is not done. */
final class QuotedRoutes {

    private QuotedRoutes() {}

    /** The route of each line of the quote. */
    static List<Served> of(Claim claim, QuoteClaim.Wish wish) {
        List<Served> served = new ArrayList<>();
        for (int line : wish.lines()) {
            Route diagnosed = claim.line(line)
                    .map(ClaimLine::conclusion)
                    .map(conclusion -> conclusion.diagnosis().disposition())
                    .orElse(null);
            Set<FeeType> fees = EnumSet.noneOf(FeeType.class);
            wish.items().stream().filter(item -> item.lines().contains(line)).forEach(item -> fees.add(item.type()));
            served.add(new Served(line, of(wish.route(), diagnosed, fees)));
        }
        return served;
    }

    /**
     * As staff say, else as the diagnosis proposes; without either, parts alone are sent, a call-out is a visit, and for
     * everything else the unit comes to the workshop. A diagnosis that proposes parts says nothing of a quote without any.
     */
    static Route of(@Nullable Route wished, @Nullable Route diagnosed, Set<FeeType> fees) {
        if (wished != null) {
            return wished;
        }
        boolean hasParts = fees.stream().anyMatch(FeeType::namesPart);
        if (diagnosed != null && (diagnosed != Route.PARTS || hasParts)) {
            return diagnosed;
        }
        if (fees.contains(FeeType.DOOR_TO_DOOR)) {
            return Route.ON_SITE;
        }
        boolean isSent =
                hasParts && fees.stream().allMatch(fee -> fee != FeeType.SERVICE && FeeModel.isFor(Route.PARTS, fee));
        return isSent ? Route.PARTS : Route.DEPOT_REPAIR;
    }

    /** What the customer would pay for and the route of its line does not perform; what the vendor bears may stand there. */
    static List<Objection> objections(List<Wanted> wanted, List<Served> served, List<QuoteItem> priced) {
        Map<Integer, Route> routes = new HashMap<>();
        served.forEach(line -> routes.put(line.line(), line.route()));
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted item = wanted.get(i);
            List<Integer> lines = item.lines().stream()
                    .filter(line -> !FeeModel.isFor(Objects.requireNonNull(routes.get(line)), item.type()))
                    .filter(line -> isPaid(item, line, priced))
                    .toList();
            if (!lines.isEmpty()) {
                objections.add(new Objection(
                        i,
                        "type",
                        Objection.Rule.NOT_ON_THE_ROUTE,
                        item.type() + " is no part of service by "
                                + lines.stream()
                                        .map(line -> Objects.requireNonNull(routes.get(line))
                                                .name())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" or "))
                                + ", as lines "
                                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + " are served. Take it out, or send a route that has it.",
                        null));
            }
        }
        return objections;
    }

    private static boolean isPaid(Wanted wanted, int line, List<QuoteItem> priced) {
        return priced.stream()
                .anyMatch(item -> item.type() == wanted.type()
                        && Objects.equals(item.part(), wanted.part())
                        && item.payer() == Payer.CUSTOMER
                        && item.lines().contains(line));
    }
}
