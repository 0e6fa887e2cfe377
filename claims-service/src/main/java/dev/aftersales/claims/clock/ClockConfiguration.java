package dev.aftersales.claims.clock;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.time.ClockFollower;
import dev.aftersales.chassis.time.ClockFollowers;
import dev.aftersales.chassis.time.ClockTopics;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.clock.ClockAdvanced;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("simulation")
class ClockConfiguration {

    /** No vendor's: the one clock is asked for by its id alone. */
    static final AggregateType<SuiteClock> TYPE = AggregateType.of(
                    "clock", SuiteClock.class, clock -> ClockAdvanced.SUITE)
            .tellingOn(Topic.CLOCK);

    @Bean
    AdvanceClock advanceClock(AggregatesFactory factory) {
        Aggregates<SuiteClock> clocks = factory.of(TYPE);
        return new AdvanceClock(clocks);
    }

    @Bean
    ClockFollowers clockFollowers(
            ClockTopics topics, ClockFollower self, @Qualifier("machineClock") Clock machineClock) {
        return new ClockFollowers(topics, self, machineClock);
    }
}
