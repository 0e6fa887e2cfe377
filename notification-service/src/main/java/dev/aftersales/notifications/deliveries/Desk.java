package dev.aftersales.notifications.deliveries;

import dev.aftersales.chassis.contacts.ContactBook;
import dev.aftersales.notifications.teams.TeamMailboxes;
import dev.aftersales.notifications.templates.Templates;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What every courier of the service works with. */
@Component
record Desk(
        Notifications notifications,
        ContactBook contacts,
        TeamMailboxes mailboxes,
        Templates templates,
        DeliverySettings settings,
        DeliveryMeters meters,
        LetterTrace trace,
        Clock businessClock,
        @Qualifier("machineClock") Clock machineClock) {}
