package dev.aftersales.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class SimulationRefusalTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void refusesToStartInProduction() {
        assertThatThrownBy(() -> start(1, "production", "simulation"))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining("\"production\" is active too");
    }

    @Test
    void refusesToStartOnReplicatedBrokers() {
        assertThatThrownBy(() -> start(3, "simulation"))
                .isInstanceOf(SimulationRefused.class)
                .hasMessageContaining("aftersales.topics.replication is 3");
    }

    @Test
    void refusesToStartWhereNobodySaysThatThereIsOneBroker() {
        assertThatThrownBy(() -> start(null, "simulation")).isInstanceOf(SimulationRefused.class);
    }

    @Test
    void startsOnASingleBroker() {
        try (ConfigurableApplicationContext context = start(1, "local", "simulation")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void productionStartsWithoutSimulation() {
        try (ConfigurableApplicationContext context = start(3, "production")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void saysWhatToDo() {
        FailureAnalysis analysis = new SimulationRefusedAnalyzer().analyze(new SimulationRefused("it is production"));

        assertThat(analysis.getDescription()).contains("lets business time be moved, but it is production.");
        assertThat(analysis.getAction()).contains("SPRING_PROFILES_ACTIVE", "AFTERSALES_TOPICS_REPLICATION=1");
    }

    private static ConfigurableApplicationContext start(Integer replication, String... profiles) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles(profiles);
        application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
        List<String> arguments = new ArrayList<>();
        if (replication != null) {
            arguments.add("--aftersales.topics.replication=" + replication);
        }
        return application.run(arguments.toArray(String[]::new));
    }
}
