package dev.aftersales.notifications.deliveries;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.notifications.teams.Team;

/** Whom a letter is for. */
sealed interface Recipient {

    /** The customer, at the contact that the event names or a later one. */
    record OfCustomer(CustomerRef customer) implements Recipient {}

    /** The people of the vendor who have a role, at their mailbox. */
    record OfTeam(Team team) implements Recipient {}
}
