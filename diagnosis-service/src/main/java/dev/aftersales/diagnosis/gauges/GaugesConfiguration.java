package dev.aftersales.diagnosis.gauges;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GaugesConfiguration {

    private static final Duration FORGOTTEN_EVERY = Duration.ofMinutes(1);

    @Bean
    Aggregates<GroupGauged> radarGroups(AggregatesFactory factory) {
        return factory.of(GroupGauges.TYPE);
    }

    @Bean
    LeasedSweep emptyGroupsSweep(
            GroupGauges groups,
            Clock businessClock,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep(
                        "radar-groups",
                        FORGOTTEN_EVERY,
                        () -> groups.forget(businessClock.instant()),
                        database,
                        machineClock)
                .dueByBusinessTime();
    }
}
