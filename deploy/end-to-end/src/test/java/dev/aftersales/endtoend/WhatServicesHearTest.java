package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract says who hears what; the tree says it too, by the names of the reactions. */
class WhatServicesHearTest {

    private static final Path ROOT = Path.of("..", "..");

    @ParameterizedTest
    @ValueSource(strings = {"claims-service", "diagnosis-service", "logistics-service", "notification-service"})
    void isWhatTheContractSays(String service) throws IOException {
        assertThat(heardByTheTree(service)).isEqualTo(heardByTheContract(service));
    }

    private static Set<String> heardByTheContract(String service) {
        JsonNode document = new YAMLMapper().readTree(Schemas.asyncApi());
        Set<String> heard = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asString().equals("receive")
                    && operation.path("x-service").asString().equals(service)
                    // Followed by each instance for itself: that is the chassis', and no reaction.
                    && !operation.at("/channel/$ref").asString().endsWith("/clock")) {
                for (JsonNode message : operation.path("messages")) {
                    String reference = message.path("$ref").asString();
                    heard.add(reference.substring(reference.lastIndexOf('/') + 1));
                }
            }
        }
        return heard;
    }

    private static Set<String> heardByTheTree(String service) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(service).resolve("src/main/java"))) {
            return files.filter(file -> file.getParent().endsWith("reactions"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("On"))
                    .map(name -> name.substring("On".length(), name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
