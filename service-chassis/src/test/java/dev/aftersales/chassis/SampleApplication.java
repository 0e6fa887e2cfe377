package dev.aftersales.chassis;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.contracts.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service there can be: it hears that a claim was closed, and keeps a tally for each claim. */
@SpringBootApplication(scanBasePackages = "dev.aftersales.chassis.sample")
public class SampleApplication {

    public static final AggregateType<Tally> TALLIES = AggregateType.of("tallies", Tally.class, Tally::vendor)
            .tellingOn(Topic.DIAGNOSIS)
            .indexedBy(Tally::queryFields);

    @Bean
    Aggregates<Tally> tallies(AggregatesFactory factory) {
        return factory.of(TALLIES);
    }
}
