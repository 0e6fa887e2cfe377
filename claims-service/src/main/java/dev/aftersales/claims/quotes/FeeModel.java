package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Place;
import dev.aftersales.contracts.events.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a policy charges: by which names, and by what its prices differ (B3.2, B3.3).
 *
 * @param rules how the policy offers paid service; absent when it says nothing of it
 */
public record FeeModel(@Nullable QuoteRules rules) {

    /** Whether it has a price for each region (B3.2). */
    public boolean byRegion() {
        return keys().contains(QuoteRules.Key.REGION);
    }

    /** Whether it has a price for each level of repair shops (B3.2). */
    public boolean byShopLevel() {
        return keys().contains(QuoteRules.Key.SHOP_LEVEL);
    }

    /** Only what the policy lets prices differ by (B3.2). */
    public Place keyed(Place site) {
        return new Place(byRegion() ? site.region() : null, byShopLevel() ? site.shopLevel() : null);
    }

    /**
     * By which name the policy charges for it: of those that its quotes may have (B3.3) the one that every such service
     * brings with it. Surcharges for distance and what the work uses up are for a person to name.
     */
    public Optional<FeeType> fee(ChargeItem item) {
        QuoteRules.LineTypes types = rules == null ? null : rules.lineTypes();
        return names(item).stream()
                .filter(type -> types == null || types.types().contains(type.name()))
                .findFirst();
    }

    private static List<FeeType> names(ChargeItem item) {
        return switch (item) {
            case PARTS -> List.of(FeeType.PARTS, FeeType.SPARE_PARTS);
            case LABOUR -> List.of(FeeType.LABOUR, FeeType.MAINTENANCE);
            case SERVICE -> List.of(FeeType.SERVICE, FeeType.DOOR_TO_DOOR);
            case INBOUND_FREIGHT -> List.of(FeeType.INBOUND_FREIGHT);
            case RETURN_FREIGHT -> List.of(FeeType.RETURN_FREIGHT);
            case URGENT_FREIGHT -> List.of(FeeType.URGENT_FREIGHT);
            case DUTY -> List.of(FeeType.DUTY);
        };
    }

    /** For which item of the policy's charges a fee is. */
    public static ChargeItem itemOf(FeeType type) {
        return switch (type) {
            case PARTS, SPARE_PARTS, AUXILIARY_MATERIAL -> ChargeItem.PARTS;
            case LABOUR, MAINTENANCE -> ChargeItem.LABOUR;
            case SERVICE, DOOR_TO_DOOR, REMOTE -> ChargeItem.SERVICE;
            case INBOUND_FREIGHT -> ChargeItem.INBOUND_FREIGHT;
            case RETURN_FREIGHT -> ChargeItem.RETURN_FREIGHT;
            case URGENT_FREIGHT -> ChargeItem.URGENT_FREIGHT;
            case DUTY -> ChargeItem.DUTY;
        };
    }

    /**
     * Whether a line that is served so brings that with it. Parts that are sent are fitted by the customer: there is no
     * labour of the vendor's. Service that is neither parts nor labour is the visit or the remote session. A faster leg is
     * part of no route: it is asked for.
     */
    public static boolean performs(Route route, ChargeItem item) {
        return switch (item) {
            case PARTS ->
                switch (route) {
                    case PARTS, DEPOT_REPAIR, ON_SITE, REPLACEMENT, MANUFACTURER -> true;
                    case REMOTE_SUPPORT, REFUND -> false;
                };
            case LABOUR ->
                switch (route) {
                    case DEPOT_REPAIR, ON_SITE, MANUFACTURER -> true;
                    case PARTS, REMOTE_SUPPORT, REPLACEMENT, REFUND -> false;
                };
            case SERVICE ->
                switch (route) {
                    case ON_SITE, REMOTE_SUPPORT -> true;
                    case PARTS, DEPOT_REPAIR, REPLACEMENT, MANUFACTURER, REFUND -> false;
                };
            case INBOUND_FREIGHT ->
                switch (route) {
                    case DEPOT_REPAIR, REPLACEMENT, MANUFACTURER, REFUND -> true;
                    case PARTS, ON_SITE, REMOTE_SUPPORT -> false;
                };
            case RETURN_FREIGHT ->
                switch (route) {
                    case PARTS, DEPOT_REPAIR, REPLACEMENT, MANUFACTURER -> true;
                    case ON_SITE, REMOTE_SUPPORT, REFUND -> false;
                };
            case URGENT_FREIGHT -> false;
            case DUTY ->
                switch (route) {
                    case PARTS, DEPOT_REPAIR, REPLACEMENT, MANUFACTURER, REFUND -> true;
                    case ON_SITE, REMOTE_SUPPORT -> false;
                };
        };
    }

    /**
     * Whether a line that is served so has what the fee is for. A diagnosis is charged whatever comes of it, and a faster
     * leg where it was asked for; what work uses up goes with the work.
     */
    public static boolean isFor(Route route, FeeType fee) {
        return switch (fee) {
            case SERVICE, URGENT_FREIGHT -> true;
            case AUXILIARY_MATERIAL -> performs(route, ChargeItem.LABOUR);
            case PARTS, SPARE_PARTS, LABOUR, MAINTENANCE, DOOR_TO_DOOR, REMOTE, INBOUND_FREIGHT, RETURN_FREIGHT, DUTY ->
                performs(route, itemOf(fee));
        };
    }

    private List<QuoteRules.Key> keys() {
        return rules == null || rules.tariff() == null
                ? List.of()
                : rules.tariff().by();
    }
}
