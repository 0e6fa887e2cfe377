package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Aggregates<CatalogueEntry> catalogueEntries(AggregatesFactory factory) {
        return factory.of(FaultCatalogue.TYPE);
    }
}
