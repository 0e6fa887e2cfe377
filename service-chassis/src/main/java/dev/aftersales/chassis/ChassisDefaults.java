package dev.aftersales.chassis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts the settings that all services share below everything that a service or its environment says. Done before the
 * first bean is thought of, because much of what they decide (which endpoints there are, on which threads requests run)
 * is decided by then.
 */
final class ChassisDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "chassis defaults", new ClassPathResource("aftersales-chassis.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
