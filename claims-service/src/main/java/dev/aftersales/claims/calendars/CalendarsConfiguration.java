package dev.aftersales.claims.calendars;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.policies.Policies;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
class CalendarsConfiguration {

    @Bean
    Calendars calendars(AggregatesFactory aggregates, Clock clock) {
        return new Calendars(aggregates.of(CalendarType.TYPE), ShippedCalendars.load(), new PublicHolidays(), clock);
    }

    @Bean
    LeasedSweep yearsAhead(
            Calendars calendars,
            Policies policies,
            CalendarSettings settings,
            MongoDatabase database,
            Clock businessClock,
            @Qualifier("machineClock") Clock machineClock) {
        YearsAhead ahead = new YearsAhead(calendars, policies, settings.wantBefore(), businessClock);
        return new LeasedSweep("years-ahead", settings.lookEvery(), ahead, database, machineClock).dueByBusinessTime();
    }
}
