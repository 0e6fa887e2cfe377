package dev.aftersales.notifications;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The contracts' examples of the events that are told to customers, about any claim and customer. */
public final class Examples {

    public static final List<Class<? extends Event>> TOLD = List.of(
            ClaimSubmitted.class,
            EvidenceRequested.class,
            CoverageDecided.class,
            CoverageDisputed.class,
            DisputeDecided.class,
            QuoteRequested.class,
            QuoteIssued.class,
            QuoteAccepted.class,
            QuoteDeclined.class,
            QuotePaid.class,
            PartsBackordered.class,
            PartsReleased.class,
            PartsDispatched.class,
            Delivered.class,
            ClaimExpired.class,
            ClaimClosed.class);

    private static final String CLAIM = "clm-8d2f6c1e";
    private static final String CUSTOMER = "cus-4b7d90a2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Examples() {}

    public static <E extends Event> E of(Class<E> event) {
        return JSON.readValue(Schemas.exampleOf(event), event);
    }

    /** The example's JSON, with another claim and customer in it. */
    public static String json(Class<? extends Event> event, String claim, CustomerRef customer) {
        return Schemas.exampleOf(event)
                .replace(CLAIM, claim)
                .replace(CUSTOMER, customer.id())
                .replaceAll("\"contactVersion\": \\d+", "\"contactVersion\": " + customer.contactVersion());
    }

    public static String topicOf(Class<? extends Event> event) {
        return EventTypes.topicOf(event).topicName();
    }
}
