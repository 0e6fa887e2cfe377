package dev.aftersales.claims.batches;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.DueSweep;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LinkBatchIssue;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.units.Units;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
        return new TellCustomers(issues, notices, settings, machineClock);
    }

    @Bean
    CustomerWalk customerWalk(
            KnownIssues issues,
            BatchNotices notices,
            Claims claims,
            LinkBatchIssue links,
            Units units,
            Customers customers,
            BatchSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        return new CustomerWalk(
                issues, notices, claims, links, units, customers, settings.settleOrUsual(), machineClock);
    }

    @Bean
    LeasedSweep customerSweep(
            CustomerWalk walk,
            MongoDatabase database,
            MeterRegistry meters,
            @Qualifier("machineClock") Clock machineClock) {
        // Whom to tell is asked of what is stored: there is nothing to be heard of first.
        DueSweep due = new DueSweep("batch-notices", walk::due, walk::walk, Optional::of, machineClock, meters);
        return new LeasedSweep("batch-notices", EVERY, due, database, machineClock);
    }
}
