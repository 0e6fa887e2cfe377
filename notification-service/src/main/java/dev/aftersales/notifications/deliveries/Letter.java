package dev.aftersales.notifications.deliveries;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.templates.News;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient: what does not change about it. Whom it reaches is looked up when it is sent.
 *
 * @param id derived from event, template and recipient
 * @param claim that it is about; absent when it is about none
 * @param causedBy id of the event that the customer is told of
 * @param requestedAt business time of that event
 * @param receivedAt machine time at which this service heard it
 */
record Letter(
        String id,
        String vendor,
        @Nullable String claim,
        CustomerRef customer,
        String causedBy,
        Instant requestedAt,
        Instant receivedAt,
        News news) {

    /** What the letters of one matter have in common; they go out one after another. */
    String thread() {
        return claim == null ? id : claim;
    }
}
