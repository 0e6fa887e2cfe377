package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSettingsTest {

    @TempDir
    Path directory;

    @Test
    void listensOnLoopbackOnlyAndMakesNoTopicByItself() throws Exception {
        Path file = new BrokerSettings(directory.resolve("a b"), Ports.standard()).write();

        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        assertThat(settings)
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .containsEntry("log.dirs", directory.resolve("a b/log").toString())
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("broker.session.timeout.ms", "2000");
    }

    @RepeatedTest(20)
    void clusterIdIsNoOption() {
        assertThat(BrokerSettings.newClusterId()).hasSize(22).doesNotStartWith("-");
    }
}
