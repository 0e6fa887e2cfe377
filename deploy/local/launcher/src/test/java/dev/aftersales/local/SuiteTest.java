package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parts of a suite are told, without starting any. */
class SuiteTest {

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void buildsNothingButNames() throws Exception {
        home = new Home(directory.resolve("tree"), null);
        for (String service : List.of(
                "gateway", "claims-service", "diagnosis-service", "logistics-service", "notification-service")) {
            empty(service + "/target/" + service + "-1.0.0-SNAPSHOT.jar");
        }
        empty("deploy/local/issuer/target/local-issuer-1.0.0-SNAPSHOT.jar");
        for (String libraries : List.of("kafka", "store", "launcher")) {
            empty("deploy/local/launcher/target/lib/" + libraries + "/a.jar");
        }
    }

    private void empty(String file) throws Exception {
        Files.createDirectories(home.root().resolve(file).getParent());
        Files.createFile(home.root().resolve(file));
    }

    private Map<String, Part> parts(Suite suite) {
        try (DataDirectory data = DataDirectory.open(directory.resolve("data"))) {
            return suite.topology(data, home).parts().stream()
                    .collect(Collectors.toMap(Part::name, Function.identity()));
        }
    }

    private Suite suite() {
        return Suite.on(directory.resolve("data"));
    }

    @Test
    void gatewayKnowsEveryInstanceOfAService() {
        Map<String, Part> parts = parts(suite().instances(2));

        assertThat(parts)
                .containsKeys(
                        "claims-service-2", "diagnosis-service-2", "logistics-service-2", "notification-service-2")
                .doesNotContainKeys("gateway-2", "claims-service-1");
        assertThat(parts.get("gateway").environment())
                .containsEntry("AFTERSALES_GATEWAY_CLAIMS_URI", "http://localhost:8081,http://localhost:8181")
                .containsEntry("AFTERSALES_GATEWAY_NOTIFICATIONS_URI", "http://localhost:8084,http://localhost:8184");
        assertThat(parts.get("claims-service-2").environment()).containsEntry("SERVER_PORT", "8181");
        assertThat(parts.get("logistics-service-2").environment())
                .containsEntry("AFTERSALES_FELLOWS_CLIENT_ID", "logistics-service")
                .containsEntry("AFTERSALES_FELLOWS_CLAIMS_URI", "http://localhost:8081");
    }

    @Test
    void oneServiceMayHaveMoreInstancesThanTheOthers() {
        Map<String, Part> parts = parts(suite().instances("claims-service", 2));

        assertThat(parts).containsKey("claims-service-2").doesNotContainKey("logistics-service-2");
        assertThat(parts.get("gateway").environment())
                .containsEntry("AFTERSALES_GATEWAY_CLAIMS_URI", "http://localhost:8081,http://localhost:8181")
                .containsEntry("AFTERSALES_GATEWAY_LOGISTICS_URI", "http://localhost:8083");
    }

    @Test
    void businessTimeCanBeMovedOnlyWhereThatIsWished() {
        Map<String, Part> simulated = parts(suite().simulation(true));

        assertThat(List.of("gateway", "claims-service", "notification-service"))
                .allSatisfy(part -> assertThat(simulated.get(part).environment())
                        .containsEntry("SPRING_PROFILES_ACTIVE", "local,simulation"));
        assertThat(simulated.get("issuer").environment()).containsEntry("SPRING_PROFILES_ACTIVE", "local");
        assertThat(parts(suite()).values())
                .allSatisfy(part -> assertThat(part.environment().getOrDefault("SPRING_PROFILES_ACTIVE", ""))
                        .doesNotContain("simulation"));
    }

    @Test
    void oneInstanceIsToldAsBefore() {
        assertThat(parts(suite()).get("gateway").environment())
                .containsEntry("AFTERSALES_GATEWAY_CLAIMS_URI", "http://localhost:8081");
    }

    @Test
    void whatIsSaidToAServiceHoldsForItsInstancesAndOneMayBeToldMore() {
        Map<String, Part> parts = parts(suite().instances(2)
                .environment("claims-service", "SAID", "to all")
                .environment("diagnosis-service", "SAID", "to all")
                .environment("diagnosis-service-2", "SAID", "to the second")
                .jvmOptions("claims-service", "-Xmx1g")
                .moreOptions("claims-service", "-Da=b")
                .moreOptions("claims-service-2", "-Da=c"));

        assertThat(parts.get("claims-service-2").environment()).containsEntry("SAID", "to all");
        assertThat(parts.get("diagnosis-service").environment()).containsEntry("SAID", "to all");
        assertThat(parts.get("diagnosis-service-2").environment()).containsEntry("SAID", "to the second");
        assertThat(parts.get("claims-service").command())
                .containsSubsequence("-Xmx1g", "-Da=b", "-jar")
                .doesNotContain("-Da=c");
        assertThat(parts.get("claims-service-2").command()).containsSubsequence("-Xmx1g", "-Da=b", "-Da=c", "-jar");
    }

    @Test
    void eachInstanceKeepsAnArchiveOfItsClassesUnlessItIsRunOtherwiseThanUsual() {
        Map<String, Part> parts = parts(suite().instances(2)
                .jvmOptions("diagnosis-service", "-XX:+UseG1GC")
                .moreOptions("logistics-service", "-javaagent:a.jar", "-Da=b"));

        assertThat(archive(parts.get("claims-service")))
                .isNotEqualTo(archive(parts.get("claims-service-2")))
                .endsWith("target/unpacked/claims-service.jsa");
        assertThat(parts.get("diagnosis-service").command()).noneMatch(option -> option.contains("Archive"));
        assertThat(parts.get("logistics-service").command())
                .contains("-javaagent:a.jar", "-Da=b")
                .noneMatch(option -> option.contains("Archive"));
    }

    private static String archive(Part part) {
        return part.command().stream()
                .filter(option -> option.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mailGoesToAnotherServerInsteadOfTheSuitesOwn() {
        Map<String, Part> parts = parts(suite().mailServer("mail.example", 2525));

        assertThat(parts).doesNotContainKey("mail");
        assertThat(parts.get("notification-service").needs()).doesNotContain("mail");
        assertThat(parts.get("notification-service").environment())
                .containsEntry("SPRING_MAIL_HOST", "mail.example")
                .containsEntry("SPRING_MAIL_PORT", "2525");
    }

    @Test
    void eachInstanceKeepsWhatItsRadarCountedInADirectoryOfItsOwn() {
        Map<String, Part> parts = parts(suite().instances(2));

        assertThat(List.of("diagnosis-service", "diagnosis-service-2"))
                .allSatisfy(name -> assertThat(parts.get(name).environment().get("AFTERSALES_RADAR_STATE_DIRECTORY"))
                        .endsWith("/radar/" + name));
    }

    @Test
    void onlyBrokerAndStoreMayKeepTheirDataElsewhere() {
        Path elsewhere = directory.resolve("elsewhere");

        Map<String, Part> parts = parts(suite().keeping("broker", elsewhere.resolve("b")));

        assertThat(parts.get("broker").command())
                .last()
                .isEqualTo(elsewhere.resolve("b/server.properties").toString());
        assertThatThrownBy(() -> suite().keeping("mail", elsewhere)).hasMessageContaining("only broker and store do");
    }

    @Test
    void refusesNoInstanceAndMoreThanThereArePortsFor() {
        assertThatThrownBy(() -> suite().instances(0)).hasMessageContaining("not 1 to 4 instances");
        assertThatThrownBy(() -> suite().instances(5)).hasMessageContaining("not 1 to 4 instances");
    }
}
