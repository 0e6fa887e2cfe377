package dev.aftersales.logistics.orders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {

    @Bean
    Aggregates<ServiceOrder> serviceOrders(AggregatesFactory factory) {
        return factory.of(Orders.TYPE);
    }

    /** The indexes with options, made before the first request like the others. */
    @Bean
    SmartInitializingSingleton orderIndexes(AggregatesFactory factory) {
        return () -> {
            MongoCollection<Document> orders = factory.collectionOf(Orders.TYPE);
            // One parcel has one shipment: a scan must not be able to mean two. Partial, because orders without a
            // parcel would all collide on "none".
            orders.createIndex(
                    Indexes.ascending("vendor", Orders.TRACKING_NUMBERS),
                    new IndexOptions().unique(true).partialFilterExpression(Filters.exists(Orders.TRACKING_NUMBERS)));
            orders.createIndex(Indexes.ascending(Orders.STEP_DUE), new IndexOptions().sparse(true));
        };
    }
}
