package dev.aftersales.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application under test at {@link Infrastructure} and at {@link TestIssuer#shared()}. */
public final class InfrastructureInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Infrastructure.endAfterSpring();
        String issuer = TestIssuer.shared().uri();
        TestPropertyValues.of(
                        "spring.kafka.bootstrap-servers=" + Infrastructure.bootstrapServers(),
                        "aftersales.topics.replication=1",
                        "spring.kafka.consumer.auto-offset-reset=earliest",
                        "spring.mongodb.uri=" + Infrastructure.storeUri(),
                        "aftersales.store.database=" + Infrastructure.databaseName(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        // Nobody is there to be waited for.
                        "aftersales.shutdown.drain=0s",
                        "aftersales.fellows.token-uri=" + issuer + TestIssuer.TOKEN_PATH,
                        "aftersales.fellows.client-id=" + People.FELLOW.person(),
                        "aftersales.fellows.client-secret=demo")
                .applyTo(context);
    }
}
