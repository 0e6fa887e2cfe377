package dev.aftersales.logistics.stock;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {

    static final String COUNT_DUE = "countDue";

    private static final AggregateType<Receipt> TYPE =
            AggregateType.of("receipts", Receipt.class, Receipt::vendor).indexedBy(ReceiptsConfiguration::queryFields);

    @Bean
    Aggregates<Receipt> receipts(AggregatesFactory factory) {
        return factory.of(TYPE);
    }

    /** Sparse: a counted receipt costs the sweep nothing. */
    @Bean
    SmartInitializingSingleton stockIndexes(AggregatesFactory factory, Stock stock) {
        return () -> {
            factory.collectionOf(TYPE).createIndex(Indexes.ascending(COUNT_DUE), new IndexOptions().sparse(true));
            stock.createIndexes();
        };
    }

    private static Map<String, @Nullable Object> queryFields(Receipt receipt) {
        return receipt.counted() ? Map.of() : Map.of(COUNT_DUE, receipt.at());
    }
}
