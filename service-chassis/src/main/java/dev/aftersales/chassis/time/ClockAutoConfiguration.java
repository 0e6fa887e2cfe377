package dev.aftersales.chassis.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The clock that terms, deadlines and event times are read from. Tokens, leases and retries read machine time. */
@AutoConfiguration
public class ClockAutoConfiguration {

    @Bean
    Clock businessClock() {
        return Clock.systemUTC();
    }

    /** For leases, retries and durations; only where {@code @Qualifier("machineClock")} asks for it. */
    @Bean(defaultCandidate = false)
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
