package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.News;
import dev.aftersales.notifications.templates.PolicyNews;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who keep a calendar which year it lacks, and operations, whose deadlines wait for it. */
@Component
class OnCalendarYearWanted implements Reaction<CalendarYearWanted> {

    private static final List<Team> TOLD = List.of(Team.POLICY_ADMIN, Team.VENDOR_OPS);

    private final RequestNotification request;

    OnCalendarYearWanted(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<CalendarYearWanted> event() {
        return CalendarYearWanted.class;
    }

    /** A repeat, also after a crash between the two, finds the letter of those who were told already. */
    @Override
    public void react(Received<CalendarYearWanted> event) {
        CalendarYearWanted wanted = event.data();
        News news = new PolicyNews.CalendarYearWanted(
                wanted.calendar(),
                wanted.version(),
                wanted.words(),
                wanted.year(),
                wanted.beginsAt(),
                wanted.awaited(),
                wanted.zone());
        TOLD.forEach(team -> request.because(event, team, news));
    }
}
