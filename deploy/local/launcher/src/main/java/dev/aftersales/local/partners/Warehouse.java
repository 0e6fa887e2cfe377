package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The clerk who packs what was released and hands it to the carrier. */
final class Warehouse {

    private static final String RELEASED = "/api/v1/shipments?state=RELEASED";

    private final Gateway gateway;
    private final Trade trade;

    Warehouse(Gateway gateway, Trade trade) {
        this.gateway = gateway;
        this.trade = trade;
    }

    void confirmReleased() {
        for (JsonNode shipment : gateway.get(trade.clerk(), RELEASED).body().path("items")) {
            String id = shipment.path("id").asString();
            String tracking = trackingNumber(id);
            Answer answer = gateway.post(
                    trade.clerk(),
                    "/api/v1/shipments/" + id + "/confirmation",
                    Map.of("carrier", trade.carrier(), "trackingNumber", tracking));
            System.out.println("confirmed " + id + " as " + tracking + ": " + answer.status());
        }
    }

    /** Derived from the shipment, so that a repeated confirmation says the same. */
    static String trackingNumber(String shipment) {
        return "C1-" + shipment.replaceAll("[^A-Za-z0-9-]", "-");
    }
}
