package dev.aftersales.claims.contracts;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContractsConfiguration {

    @Bean
    Aggregates<SalesContract> salesContracts(AggregatesFactory aggregates) {
        return aggregates.of(ContractType.TYPE);
    }

    @Bean
    SoldModels soldModels(AggregatesFactory aggregates, Aggregates<SalesContract> contracts) {
        return new SoldModels(aggregates.of(SoldModelType.TYPE), contracts);
    }
}
