package dev.aftersales.notifications.teams;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TeamsConfiguration {

    /** So long letters wait at most once their mailbox is known. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    Aggregates<TeamMailbox> teamMailboxAggregates(AggregatesFactory factory) {
        return factory.of(TeamMailboxes.TYPE);
    }

    @Bean
    LeasedSweep teamMailboxSweep(
            TeamMailboxes mailboxes,
            WaitingLetters letters,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("team-mailboxes", EVERY, new MailboxSweep(mailboxes, letters), database, machineClock);
    }
}
