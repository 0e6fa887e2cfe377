package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The payment provider, at whom the customer pays what an accepted quote asks for. It learns of quotes as the vendor's
 * agent sees them; a payment that had no effect for a while is told again, under the same event id.
 */
final class PaymentProvider {

    static final String NAME = "payment-one";

    private static final String LATEST = "/api/v1/claims?limit=20";
    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final Gateway gateway;
    private final Clock machineTime;
    private final Clock businessTime;
    private final Trade trade;
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Instant> told = new HashMap<>();

    PaymentProvider(Gateway gateway, Clock machineTime, Clock businessTime, Trade trade) {
        this.gateway = gateway;
        this.machineTime = machineTime;
        this.businessTime = businessTime;
        this.trade = trade;
    }

    /** Pays what is due among the vendor's latest claims. A closed one is looked at once. */
    void collect() {
        for (JsonNode claim : gateway.get(trade.agent(), LATEST).body().path("items")) {
            String id = claim.path("id").asString("");
            if (!settled.contains(id)) {
                boolean due = collect(id);
                if (!due && claim.path("state").asString("").equals("CLOSED")) {
                    settled.add(id);
                }
            }
        }
    }

    private boolean collect(String claim) {
        boolean due = false;
        for (JsonNode quote : gateway.get(trade.agent(), "/api/v1/claims/" + claim + "/quote")
                .body()
                .path("quotes")) {
            if (quote.path("state").asString("").equals("ACCEPTED")
                    && quote.path("payment").isObject()) {
                due = true;
                pay(claim, quote);
            }
        }
        return due;
    }

    private void pay(String claim, JsonNode quote) {
        int number = quote.path("number").asInt();
        String payment = "pay-" + claim + "-" + number;
        Instant now = machineTime.instant();
        told.values().removeIf(at -> at.plus(REPEAT).isBefore(now));
        if (told.putIfAbsent(payment, now) == null) {
            Answer answer = gateway.partnerEvent(
                    NAME, event(claim, payment, number, quote.path("total"), businessTime.instant()));
            System.out.println("paid " + payment + ": " + answer.status());
        }
    }

    private Map<String, Object> event(String claim, String payment, int quote, JsonNode amount, Instant now) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", payment);
        event.put("source", "/partners/" + NAME);
        event.put("type", "partners.payment-received.v1");
        event.put("subject", claim);
        event.put("time", now.toString());
        event.put("vendor", trade.vendor());
        event.put("datacontenttype", "application/json");
        event.put(
                "data",
                Map.of(
                        "claimId", claim,
                        "quote", quote,
                        "paymentId", payment,
                        "amount", amount,
                        "paidAt", now.toString()));
        return event;
    }
}
