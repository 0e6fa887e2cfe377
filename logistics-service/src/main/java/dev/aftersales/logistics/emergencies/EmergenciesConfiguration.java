package dev.aftersales.logistics.emergencies;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmergenciesConfiguration {

    @Bean
    Aggregates<Emergency> emergencyAggregates(AggregatesFactory factory) {
        return factory.of(Emergencies.TYPE);
    }

    /** Sparse: an emergency that owes nothing costs the sweep nothing. */
    @Bean
    SmartInitializingSingleton emergencyIndexes(AggregatesFactory factory) {
        return () -> factory.collectionOf(Emergencies.TYPE)
                .createIndex(Indexes.ascending(Emergencies.STEP_DUE), new IndexOptions().sparse(true));
    }
}
