package dev.aftersales.notifications.deliveries;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Recalled;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notification.Sent;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import dev.aftersales.notifications.teams.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The notifications of all vendors, by letter id. */
@Component
class Notifications {

    static final AggregateType<Notification> TYPE = AggregateType.of(
                    "notifications", Notification.class, (Notification one) -> one.letter()
                            .vendor())
            .tellingOn(Topic.NOTIFICATIONS)
            .indexedBy(Notifications::queryFields)
            .withIndex(Indexes.ascending("vendor", "claim", "requestedAt", "_id"))
            .withIndex(Indexes.ascending("vendor", "requestedAt", "_id"))
            .withIndex(Indexes.ascending("dueAt"))
            .withIndex(Indexes.ascending("waitingFor", "requestedAt"));

    private static final Bson NEWEST_FIRST = Sorts.descending("requestedAt", "_id");

    private static final String TEAM = "team:";

    /** The first string after all that begin with it. */
    private static final String AFTER_TEAM = "team;";

    private final Aggregates<Notification> aggregates;

    Notifications(Aggregates<Notification> aggregates) {
        this.aggregates = aggregates;
    }

    Reacted create(Received<?> cause, Notification first) {
        return aggregates.create(cause, first.letter().id(), () -> Change.of(first));
    }

    Optional<Notification> find(String id) {
        return aggregates.find(id).map(Stored::state);
    }

    /**
     * Moves a notification on from whatever state it is in.
     *
     * @param move the next state with its events, or empty to leave it as it is
     * @return the state written, or empty when nothing was
     */
    <N extends Notification> Optional<N> move(String id, Function<Notification, Optional<Move<N>>> move) {
        return aggregates
                .<Optional<N>>decide(id, stored -> move.apply(stored.state())
                        .<Decision<Notification, Optional<N>>>map(
                                next -> Decision.commit(next.state(), Optional.of(next.state()), next.events()))
                        .orElseGet(() -> Decision.refuse(Optional.empty())))
                .flatMap(Function.identity());
    }

    /** A next state and the events that say so. */
    record Move<N extends Notification>(N state, List<Event> events) {

        static <N extends Notification> Optional<Move<N>> to(N state) {
            return to(state, List.of());
        }

        static <N extends Notification> Optional<Move<N>> to(N state, List<Event> events) {
            return Optional.of(new Move<>(state, events));
        }
    }

    /** Pending ones that are due, and those whose sender's claim has run out; the longest due first. */
    List<Notification> due(Instant now, int limit) {
        return states(lte("dueAt", now), Sorts.ascending("dueAt"), limit);
    }

    /** Those on which an instance had a claim that would run out before an instant. */
    List<Notification> claimedBy(String instance, Instant before, int limit) {
        return states(and(eq("claimedBy", instance), lte("dueAt", before)), Sorts.ascending("dueAt"), limit);
    }

    /** Those that wait for a version of a contact that has now arrived, in the order of their events. */
    List<Notification> waitingFor(String customer, long contactVersion, int limit) {
        return states(
                and(eq("waitingFor", customer), lte("waitingForVersion", contactVersion)),
                Sorts.ascending("requestedAt"),
                limit);
    }

    /** Those that wait for a team's mailbox, in the order of their events. */
    List<Notification> waitingFor(String vendor, Team team, int limit) {
        return states(eq("waitingFor", mailboxOf(vendor, team)), Sorts.ascending("requestedAt"), limit);
    }

    /** How many wait for a team's mailbox; so many are counted at most. */
    long countWaitingFor(String vendor, Team team, int most) {
        return aggregates.count(eq("waitingFor", mailboxOf(vendor, team)), most);
    }

    /** How many wait for any team's mailbox; so many are counted at most. */
    long countWaitingForTeams(int most) {
        return aggregates.count(and(gte("waitingFor", TEAM), lt("waitingFor", AFTER_TEAM)), most);
    }

    /** A vendor's notifications, newest first. */
    List<Notification> list(String vendor, @Nullable String claim, @Nullable Cursor after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        if (claim != null) {
            filters.add(eq("claim", claim));
        }
        if (after != null) {
            filters.add(after.after("requestedAt"));
        }
        return states(and(filters), NEWEST_FIRST, limit);
    }

    private List<Notification> states(Bson filter, Bson sort, int limit) {
        return aggregates.query(filter, sort, limit).stream().map(Stored::state).toList();
    }

    /** What a letter to a team waits for; no id of a customer begins with it. */
    private static String mailboxOf(String vendor, Team team) {
        return TEAM + vendor + "/" + team.id();
    }

    private static Map<String, @Nullable Object> queryFields(Notification one) {
        Letter letter = one.letter();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("claim", letter.claim());
        fields.put("requestedAt", letter.requestedAt());
        switch (one) {
            case WaitingForContact waiting -> {
                switch (letter.to()) {
                    case Recipient.OfCustomer to -> {
                        fields.put("waitingFor", to.customer().id());
                        fields.put("waitingForVersion", to.customer().contactVersion());
                    }
                    case Recipient.OfTeam to -> fields.put("waitingFor", mailboxOf(letter.vendor(), to.team()));
                }
            }
            case Pending pending -> fields.put("dueAt", pending.dueAt());
            case Sending sending -> {
                fields.put("dueAt", sending.claimedUntil());
                fields.put("claimedBy", sending.claimedBy());
            }
            case Sent sent -> {
                // Nothing looks for it but the lists.
            }
            case Recalled recalled -> {
                // Nothing looks for it but the lists.
            }
            case Failed failed -> {
                // Nothing looks for it but the lists.
            }
        }
        return fields;
    }
}
