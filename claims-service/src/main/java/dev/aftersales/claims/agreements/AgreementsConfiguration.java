package dev.aftersales.claims.agreements;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgreementsConfiguration {

    @Bean
    Aggregates<Agreement> serviceAgreements(AggregatesFactory aggregates) {
        return aggregates.of(AgreementType.TYPE);
    }
}
