package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.DeadlineNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the customer, who knows that lines had ended, and those who have to do with the device (D4.2b, reading R-D6). */
@Component
class OnDeviceReportedLate implements Reaction<DeviceReportedLate> {

    private static final List<Team> TEAMS = List.of(Team.AGENT, Team.WAREHOUSE);

    private final RequestNotification request;

    OnDeviceReportedLate(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DeviceReportedLate> event() {
        return DeviceReportedLate.class;
    }

    /** A repeat, also after a crash among those who are told, finds the letters of those who were told already. */
    @Override
    public void react(Received<DeviceReportedLate> event) {
        DeviceReportedLate told = event.data();
        DeadlineNews.LateDevice device = new DeadlineNews.LateDevice(
                told.clause(),
                told.lines(),
                told.what() == DeviceReportedLate.What.SENT,
                told.happenedAt(),
                told.expiredAt(),
                told.reopened(),
                told.heldUntil(),
                told.zone());
        request.because(event, told.claimId(), told.customer(), new DeadlineNews.DeviceReportedLate(device));
        TEAMS.forEach(team -> request.because(
                event, told.claimId(), team, new DeadlineNews.DeviceToSeeTo(device, told.otherClaims())));
    }
}
