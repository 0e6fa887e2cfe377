package dev.aftersales.diagnosis.batches;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.sweeps.DueSweep;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSettings.class)
class BatchesConfiguration {

    @Bean
    Aggregates<BatchIssue> batchIssueAggregates(AggregatesFactory factory) {
        return factory.of(BatchIssues.TYPE);
    }

    @Bean
    Aggregates<IssueLine> batchIssueLines(AggregatesFactory factory) {
        return factory.of(IssueLines.TYPE);
    }

    @Bean
    LeasedSweep emergencyPlanSweep(
            BatchIssues issues,
            PlanMoments moments,
            BatchSettings settings,
            Backlog backlog,
            Clock businessClock,
            MeterRegistry meters,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        DueSweep due = new DueSweep(
                "emergency-plans", issues::due, moments::setOff, backlog::heardUntil, businessClock, meters);
        return new LeasedSweep("emergency-plans", settings.sweepEvery(), due, database, machineClock)
                .dueByBusinessTime();
    }
}
