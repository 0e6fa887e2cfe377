package dev.aftersales.claims.claims;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.calendars.Calendars;
import dev.aftersales.claims.policies.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlinesConfiguration {

    private static final Duration BACKFILL_EVERY = Duration.ofMinutes(1);

    @Bean
    Timekeeper timekeeper(Policies policies, Calendars calendars) {
        return new Timekeeper(policies, calendars);
    }

    @Bean
    AwaitingClaims awaitingClaims(Claims claims, Timekeeper timekeeper, Clock businessClock) {
        return new AwaitingClaims(claims, timekeeper, businessClock);
    }

    @Bean
    ReportMilestone reportMilestone(Claims claims, Judge judge, Clock businessClock) {
        return new ReportMilestone(claims, judge, businessClock);
    }

    @Bean
    UsualTimes usualTimes(Claims claims, DeadlineSettings settings, @Qualifier("machineClock") Clock machineClock) {
        return new UsualTimes(claims, settings.usualFrom(), machineClock);
    }

    @Bean
    DeadlineSweep dueDeadlines(
            Claims claims,
            Timekeeper timekeeper,
            Judge judge,
            Backlog backlog,
            Clock businessClock,
            MeterRegistry meters) {
        return new DeadlineSweep(
                claims, timekeeper, new FiringDeadlines(judge::policy), backlog, businessClock, meters);
    }

    @Bean
    LeasedSweep deadlineSweep(
            DeadlineSweep dueDeadlines,
            DeadlineSettings settings,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("due-deadlines", settings.sweepEvery(), dueDeadlines, database, machineClock)
                .dueByBusinessTime();
    }

    @Bean
    ClockBackfill clockBackfill(Claims claims, AggregatesFactory factory, Policies policies) {
        return new ClockBackfill(claims, factory.collectionOf(ClaimType.TYPE), policies);
    }

    @Bean
    LeasedSweep clockBackfillSweep(
            ClockBackfill clockBackfill, MongoDatabase database, @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("clock-backfill", BACKFILL_EVERY, clockBackfill, database, machineClock);
    }
}
