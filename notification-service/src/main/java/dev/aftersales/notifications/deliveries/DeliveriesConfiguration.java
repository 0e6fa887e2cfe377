package dev.aftersales.notifications.deliveries;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.notifications.smtp.MailServer;
import dev.aftersales.notifications.teams.WaitingLetters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveriesConfiguration {

    @Bean
    Aggregates<Notification> notificationAggregates(AggregatesFactory factory) {
        return factory.of(Notifications.TYPE);
    }

    @Bean
    Postroom postroom(Desk desk, MailServer mailServer, MeterRegistry meters, @Value("${server.port}") int port) {
        Postroom postroom = new Postroom(desk, mailServer, instance(desk.settings(), port));
        Gauge.builder("aftersales.notifications.queued", postroom, Postroom::waiting)
                .description("Letters that wait for a courier of this instance")
                .register(meters);
        return postroom;
    }

    @Bean
    Gauge lettersWithoutMailbox(Notifications notifications, MeterRegistry meters) {
        return Gauge.builder(
                        "aftersales.notifications.mailbox.waiting",
                        notifications,
                        all -> all.countWaitingForTeams(WaitingLetters.MOST_COUNTED))
                .description("Letters to teams without a mailbox, of all instances; 10,000 are counted at most")
                .register(meters);
    }

    @Bean
    DueSweep dueSweep(Desk desk, Postroom postroom) {
        return new DueSweep(desk.notifications(), postroom, desk.machineClock());
    }

    @Bean
    OwnClaims ownClaims(Desk desk, DueSweep sweep, Postroom postroom) {
        return new OwnClaims(desk, sweep, postroom.instance());
    }

    @Bean
    LeasedSweep notificationSweep(Desk desk, DueSweep sweep, MongoDatabase database) {
        return new LeasedSweep("notifications", desk.settings().sweepEvery(), sweep, database, desk.machineClock());
    }

    /** No two instances of a host share a port; where the host has no name, no instance is known again. */
    private static String instance(DeliverySettings settings, int port) {
        if (settings.instance() != null) {
            return settings.instance();
        }
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + port;
        } catch (UnknownHostException e) {
            return UUID.randomUUID().toString();
        }
    }
}
