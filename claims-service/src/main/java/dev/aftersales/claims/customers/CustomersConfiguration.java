package dev.aftersales.claims.customers;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.contracts.Topic;
import java.util.Collections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {

    static final AggregateType<Customer> TYPE = AggregateType.of("customers", Customer.class, Customer::vendor)
            .tellingOn(Topic.CUSTOMERS)
            .indexedBy(customer -> Collections.singletonMap("organisation", customer.organisation()))
            .withIndex(Indexes.ascending("vendor", "_id"))
            .withIndex(Indexes.ascending("vendor", "organisation"));

    @Bean
    PersonKeys personKeys(MongoDatabase database, CustomersSettings settings) {
        return new PersonKeys(database, settings.masterKeyBytes());
    }

    @Bean
    Customers customers(AggregatesFactory factory, PersonKeys keys, ContactCipher cipher) {
        Aggregates<Customer> customers = factory.of(TYPE);
        return new Customers(customers, keys, cipher);
    }
}
