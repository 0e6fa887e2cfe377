package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Adjudicator;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoliciesConfiguration {

    @Bean
    PolicyPacks policyPacks(Clock clock) {
        return PolicyPacks.load(clock);
    }

    @Bean
    Adjudicator adjudicator() {
        return new Adjudicator();
    }
}
