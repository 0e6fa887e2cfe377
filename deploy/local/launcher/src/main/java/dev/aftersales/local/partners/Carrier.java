package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The carrier, who scans a parcel at acceptance and at delivery. It goes by the state of the shipments, so that it goes on
 * after a restart; a scan that had no effect for a while is sent again, under the same event id.
 */
final class Carrier {

    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final Gateway gateway;
    private final Clock machineTime;
    private final Clock businessTime;
    private final Trade trade;
    private final Map<String, Instant> sent = new HashMap<>();

    Carrier(Gateway gateway, Clock machineTime, Clock businessTime, Trade trade) {
        this.gateway = gateway;
        this.machineTime = machineTime;
        this.businessTime = businessTime;
        this.trade = trade;
    }

    void acceptReady() {
        scan("READY_FOR_CARRIER", "partners.carrier-accepted.v1", "scannedAt", "accepted");
    }

    void deliverDispatched() {
        scan("DISPATCHED", "partners.carrier-delivered.v1", "deliveredAt", "delivered");
    }

    private void scan(String state, String type, String timeField, String suffix) {
        for (JsonNode shipment : gateway.get(trade.clerk(), "/api/v1/shipments?state=" + state)
                .body()
                .path("items")) {
            String tracking = shipment.path("trackingNumber").asString("");
            String id = tracking + "-" + suffix;
            if (shipment.path("carrier").asString("").equals(trade.carrier()) && isDue(id)) {
                Answer answer = gateway.partnerEvent(trade.carrier(), event(type, tracking, id, timeField));
                System.out.println(suffix + " " + tracking + ": " + answer.status());
            }
        }
    }

    private boolean isDue(String id) {
        Instant now = machineTime.instant();
        sent.values().removeIf(at -> at.plus(REPEAT).isBefore(now));
        return sent.putIfAbsent(id, now) == null;
    }

    private Map<String, Object> event(String type, String tracking, String id, String timeField) {
        String now = businessTime.instant().toString();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/partners/" + trade.carrier());
        event.put("type", type);
        event.put("subject", tracking);
        event.put("time", now);
        event.put("vendor", trade.vendor());
        event.put("datacontenttype", "application/json");
        event.put("data", Map.of("trackingNumber", tracking, timeField, now));
        return event;
    }
}
