package dev.aftersales.notifications.deliveries;

import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.teams.WaitingLetters;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the letters that wait for a team's mailbox, and sends them when it is there. */
@Component
class LettersToTeams implements WaitingLetters {

    private static final int BATCH = 100;

    private final Notifications notifications;
    private final ContactArrived arrived;

    LettersToTeams(Notifications notifications, ContactArrived arrived) {
        this.notifications = notifications;
        this.arrived = arrived;
    }

    @Override
    public long count(String vendor, Team team) {
        return notifications.countWaitingFor(vendor, team, MOST_COUNTED);
    }

    @Override
    public void letGo(String vendor, Team team) {
        List<Notification> waiting;
        do {
            waiting = notifications.waitingFor(vendor, team, BATCH);
            waiting.forEach(one -> arrived.wake(one.letter()));
        } while (waiting.size() == BATCH);
    }
}
