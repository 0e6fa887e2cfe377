package dev.aftersales.claims.units;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.outbox.OutboxRelay;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.contracts.Contracts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnitsConfiguration {

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    @Bean
    UnitRecords unitRecords(AggregatesFactory aggregates) {
        return new UnitRecords(aggregates);
    }

    @Bean
    TellUnits tellUnits(Contracts contracts, UnitRecords units, OutboxRelay relay) {
        return new TellUnits(contracts, units, relay::lanes);
    }

    @Bean
    LeasedSweep tellUnitsSweep(
            TellUnits tellUnits, MongoDatabase database, @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("tell-units", TELL_EVERY, tellUnits, database, machineClock);
    }
}
