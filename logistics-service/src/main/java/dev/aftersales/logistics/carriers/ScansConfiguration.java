package dev.aftersales.logistics.carriers;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScansConfiguration {

    static final String TRY_AT = "tryAt";

    private static final AggregateType<Scan> TYPE = AggregateType.of("scans", Scan.class, Scan::vendor)
            .indexedBy(ScansConfiguration::queryFields)
            .withIndex(Indexes.ascending("vendor", "trackingNumber"));

    @Bean
    Aggregates<Scan> scans(AggregatesFactory factory) {
        return factory.of(TYPE);
    }

    /** Sparse: a settled scan costs the sweep nothing. */
    @Bean
    SmartInitializingSingleton scanIndexes(AggregatesFactory factory) {
        return () -> factory.collectionOf(TYPE).createIndex(Indexes.ascending(TRY_AT), new IndexOptions().sparse(true));
    }

    private static Map<String, @Nullable Object> queryFields(Scan scan) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("trackingNumber", scan.trackingNumber());
        fields.put(TRY_AT, scan.outcome() == Scan.Outcome.WAITING ? scan.tryAt() : null);
        return fields;
    }
}
