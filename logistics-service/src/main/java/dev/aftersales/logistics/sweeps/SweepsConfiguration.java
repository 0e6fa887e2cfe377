package dev.aftersales.logistics.sweeps;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.logistics.carriers.ScanSweep;
import dev.aftersales.logistics.emergencies.EmergencySweep;
import dev.aftersales.logistics.orders.OrderSweep;
import dev.aftersales.logistics.stock.StockSweep;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts what finishes the work that a crash left half done. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepSettings.class)
class SweepsConfiguration {

    @Bean
    LeasedSweep orderSteps(
            OrderSweep sweep, SweepSettings settings, MongoDatabase database, @Qualifier("machineClock") Clock clock) {
        return new LeasedSweep("order-steps", settings.every(), sweep, database, clock);
    }

    @Bean
    LeasedSweep stockSteps(
            StockSweep sweep, SweepSettings settings, MongoDatabase database, @Qualifier("machineClock") Clock clock) {
        return new LeasedSweep("stock-steps", settings.every(), sweep, database, clock);
    }

    @Bean
    LeasedSweep emergencySteps(
            EmergencySweep sweep,
            SweepSettings settings,
            MongoDatabase database,
            @Qualifier("machineClock") Clock clock) {
        return new LeasedSweep("emergency-steps", settings.every(), sweep, database, clock);
    }

    @Bean
    LeasedSweep waitingScans(
            ScanSweep sweep, SweepSettings settings, MongoDatabase database, @Qualifier("machineClock") Clock clock) {
        return new LeasedSweep("waiting-scans", settings.every(), sweep, database, clock);
    }
}
