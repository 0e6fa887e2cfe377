package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.aggregate.AggregatesFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarsConfiguration {

    @Bean
    Calendars calendars(AggregatesFactory aggregates, Clock clock) {
        return new Calendars(aggregates.of(CalendarType.TYPE), ShippedCalendars.load(), new PublicHolidays(), clock);
    }
}
