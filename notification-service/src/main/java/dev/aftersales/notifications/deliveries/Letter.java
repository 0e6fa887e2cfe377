package dev.aftersales.notifications.deliveries;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient: what does not change about it. Whom it reaches is looked up when it is sent.
 *
 * @param id derived from event, template and recipient
 * @param claim that it is about; absent when it is about none
 * @param customer whom it is for; absent when it is for a team
 * @param team whom it is for; absent when it is for a customer
 * @param causedBy id of the event that is told
 * @param requestedAt business time of that event
 * @param receivedAt machine time at which this service heard it, or since when its team has a mailbox
 */
record Letter(
        String id,
        String vendor,
        @Nullable String claim,
        @Nullable CustomerRef customer,
        @Nullable Team team,
        String causedBy,
        Instant requestedAt,
        Instant receivedAt,
        News news) {
    Letter {
        if ((customer == null) == (team == null)) {
            throw new IllegalArgumentException("a letter is either for a customer or for a team");
        }
    }

    /** The same, as if this service had heard of it only then. */
    Letter heard(Instant at) {
        return new Letter(id, vendor, claim, customer, team, causedBy, requestedAt, at, news);
    }

    /** Whom it is for. */
    Recipient to() {
        if (customer != null) {
            return new Recipient.OfCustomer(customer);
        }
        return new Recipient.OfTeam(Objects.requireNonNull(team));
    }

    /** What the letters of one matter have in common; they go out one after another. */
    String thread() {
        if (claim != null) {
            return claim;
        }
        return news instanceof BatchNews.OfBatchIssue batch ? batch.batchIssue() : id;
    }
}
