package dev.aftersales.claims.tariffs;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TariffsConfiguration {

    @Bean
    Aggregates<Tariff> tariffAggregates(AggregatesFactory aggregates) {
        return aggregates.of(TariffType.TYPE);
    }
}
