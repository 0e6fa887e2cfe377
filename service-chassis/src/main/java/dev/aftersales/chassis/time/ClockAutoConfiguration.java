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
}
