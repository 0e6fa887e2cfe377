package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

    @Bean
    Aggregates<DiagnosisCase> diagnosisCases(AggregatesFactory factory) {
        return factory.of(Cases.TYPE);
    }
}
