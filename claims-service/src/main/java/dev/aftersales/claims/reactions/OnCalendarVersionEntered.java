package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.AwaitingClaims;
import dev.aftersales.contracts.events.calendars.CalendarVersionEntered;
import org.springframework.stereotype.Component;

/** Reckons the deadlines that waited for a year as soon as somebody has entered it. */
@Component
final class OnCalendarVersionEntered implements Reaction<CalendarVersionEntered> {

    private final AwaitingClaims awaiting;

    OnCalendarVersionEntered(AwaitingClaims awaiting) {
        this.awaiting = awaiting;
    }

    @Override
    public Class<CalendarVersionEntered> event() {
        return CalendarVersionEntered.class;
    }

    @Override
    public void react(Received<CalendarVersionEntered> event) {
        CalendarVersionEntered entered = event.data();
        awaiting.entered(event.vendor(), entered.calendar(), entered.years());
    }
}
