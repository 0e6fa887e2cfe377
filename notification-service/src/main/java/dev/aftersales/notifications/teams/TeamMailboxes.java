package dev.aftersales.notifications.teams;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.notifications.teams.Entering.Entered;
import dev.aftersales.notifications.teams.Entering.Stale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mailboxes of all vendors' teams, by vendor and team. */
@Component
public class TeamMailboxes {

    public static final AggregateType<TeamMailbox> TYPE = AggregateType.of(
                    "teamMailboxes", TeamMailbox.class, TeamMailbox::vendor)
            .indexedBy(mailbox -> mailbox.awaited() ? Map.of("awaited", true) : Map.of())
            .withIndex(Indexes.ascending("awaited", "_id"));

    private final Aggregates<TeamMailbox> aggregates;

    public TeamMailboxes(Aggregates<TeamMailbox> aggregates) {
        this.aggregates = aggregates;
    }

    /** The team's mailbox; empty until the vendor has entered one. */
    public Optional<TeamMailbox> find(String vendor, Team team) {
        return aggregates.find(id(vendor, team)).map(Stored::state);
    }

    /**
     * Enters a team's mailbox. A repeat of what was entered last is no change.
     *
     * @param follows the version that the caller knows, 0 for none
     */
    Entering enter(String vendor, Team team, String address, String language, int follows) {
        String id = id(vendor, team);
        if (follows == 0) {
            TeamMailbox first = TeamMailbox.first(vendor, team, address, language);
            return switch (aggregates.insert(id, Change.of(first))) {
                case Insertion.Inserted<TeamMailbox> inserted -> new Entered(first);
                case Insertion.AlreadyThere<TeamMailbox> there ->
                    repeatOrStale(there.stored().state(), first);
            };
        }
        return aggregates
                .<Entering>decide(id, stored -> {
                    TeamMailbox there = stored.state();
                    if (there.version() != follows) {
                        TeamMailbox wanted = new TeamMailbox(vendor, team, address, language, follows + 1, true);
                        return Decision.refuse(repeatOrStale(there, wanted));
                    }
                    TeamMailbox next = there.entered(address, language);
                    return Decision.commit(next, new Entered(next));
                })
                .orElseGet(() -> new Stale(0));
    }

    /** Those whose waiting letters are still to be let go. */
    List<TeamMailbox> awaited(int limit) {
        return aggregates.query(eq("awaited", true), Sorts.ascending("_id"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** The letters that waited for it as it is are let go; not so if it was entered anew meanwhile. */
    void letGo(TeamMailbox mailbox) {
        aggregates.<Boolean>decide(
                id(mailbox.vendor(), mailbox.team()),
                stored -> stored.state().equals(mailbox)
                        ? Decision.commit(mailbox.letGo(), true)
                        : Decision.refuse(false));
    }

    private static Entering repeatOrStale(TeamMailbox there, TeamMailbox wanted) {
        return there.version() == wanted.version() && there.says(wanted.address(), wanted.language())
                ? new Entered(there)
                : new Stale(there.version());
    }

    private static String id(String vendor, Team team) {
        return vendor + "/" + team.id();
    }
}
