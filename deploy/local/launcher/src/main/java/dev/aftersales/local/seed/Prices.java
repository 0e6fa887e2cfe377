package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of tariffs and of the fault catalogue, in one vendor's currency. */
record Prices(String currency) {

    /** The code of the tariff that quotes are priced by. */
    static final String STANDARD = "standard";

    Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", currency);
    }

    Entry tariff(List<Map<String, Object>> prices) {
        return new Entry(STANDARD, Map.of("prices", prices));
    }

    Map<String, Object> part(String type, String part, String amount) {
        return Map.of("type", type, "part", part, "unit", "PIECE", "price", money(amount));
    }

    Map<String, Object> fee(String type, String unit, String amount) {
        return Map.of("type", type, "unit", unit, "price", money(amount));
    }

    /** The same prices at one level of repair shops in one region (B3.2). */
    static List<Map<String, Object>> at(String region, String shopLevel, List<Map<String, Object>> prices) {
        List<Map<String, Object>> there = new ArrayList<>();
        for (Map<String, Object> price : prices) {
            Map<String, Object> placed = new LinkedHashMap<>(price);
            placed.put("region", region);
            placed.put("shopLevel", shopLevel);
            there.add(placed);
        }
        return there;
    }

    /** A fault that the workshop mends in a standard time, so that a quote can price the work (C4.2). */
    Entry depotFault(
            String code, String cause, List<String> models, String part, String value, String cap, String hours) {
        Entry fault = fault(code, cause, models, part, value, cap);
        Map<String, Object> body = new LinkedHashMap<>(fault.body());
        body.put("disposition", "DEPOT_REPAIR");
        body.put("standardHours", new BigDecimal(hours));
        return new Entry(code, body);
    }

    /** A fault that parts mend, without a person as far as the cap and three times a year. */
    Entry fault(String code, String cause, List<String> models, String part, String value, String cap) {
        return new Entry(
                code,
                Map.of(
                        "models",
                        models,
                        "presumedCause",
                        cause,
                        "faultClass",
                        "SIMPLE",
                        "disposition",
                        "PARTS",
                        "parts",
                        List.of(Map.of("part", part, "quantity", 1, "value", money(value))),
                        "valueCap",
                        money(cap),
                        "limitPerSerial",
                        Map.of("count", 3, "days", 365)));
    }
}
