package dev.aftersales.chassis.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The clock that terms, deadlines and event times are read from. Tokens, leases and retries read machine time. */
@AutoConfiguration
public class ClockAutoConfiguration {

    /** For leases, retries and durations; only where {@code @Qualifier("machineClock")} asks for it. */
    @Bean(defaultCandidate = false)
    Clock machineClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("!" + SimulationRefusal.SIMULATION)
    Clock businessClock() {
        return Clock.systemUTC();
    }

    /** Where business time can be moved. */
    @Configuration(proxyBeanMethods = false)
    @Profile(SimulationRefusal.SIMULATION)
    static class Simulated {

        @Bean
        ClockTopics clockTopics(KafkaProperties kafka) {
            return new ClockTopics(kafka);
        }

        @Bean
        ClockFollower clockFollower(
                ClockTopics topics,
                @Value("${spring.application.name}") String service,
                @Qualifier("machineClock") Clock machineClock) {
            return new ClockFollower(topics, service, machineClock);
        }

        /** Waits until this instance follows, and with it all that reads business time: nothing ever runs behind it. */
        @Bean
        BusinessClock businessClock(ClockFollower follower) {
            return follower.awaitFollowing();
        }
    }
}
