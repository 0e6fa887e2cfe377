package dev.aftersales.diagnosis.installedbase;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InstalledBaseConfiguration {

    @Bean
    Aggregates<UnitRecord> unitRecords(AggregatesFactory factory) {
        return factory.of(InstalledBase.TYPE);
    }
}
