package dev.aftersales.logistics.affected;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AffectedConfiguration {

    @Bean
    Aggregates<AffectedClaim> affectedClaimAggregates(AggregatesFactory factory) {
        return factory.of(AffectedClaims.TYPE);
    }
}
