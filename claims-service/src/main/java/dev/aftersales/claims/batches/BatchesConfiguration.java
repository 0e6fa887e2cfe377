package dev.aftersales.claims.batches;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.units.Units;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
class BatchesConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    KnownIssues knownIssues(AggregatesFactory factory) {
        return new KnownIssues(factory);
    }

    @Bean
    BatchNotices batchNotices(AggregatesFactory factory) {
        return new BatchNotices(factory);
    }

    @Bean
    TellCustomers tellCustomers(
            KnownIssues issues,
            BatchNotices notices,
            BatchSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        return new TellCustomers(issues, notices, settings.settleOrUsual(), machineClock);
    }

    @Bean
    CustomerWalk customerWalk(
            KnownIssues issues,
            BatchNotices notices,
            Claims claims,
            Units units,
            Customers customers,
            BatchSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        return new CustomerWalk(issues, notices, claims, units, customers, settings.settleOrUsual(), machineClock);
    }

    @Bean
    LeasedSweep customerSweep(
            CustomerWalk walk, MongoDatabase database, @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("batch-notices", EVERY, walk, database, machineClock);
    }
}
