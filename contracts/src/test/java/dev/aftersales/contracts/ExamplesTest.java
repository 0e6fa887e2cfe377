package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExamplesTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PERSONAL = Pattern.compile("name|mail|phone|address", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @FieldSource("EVENTS")
    void noPropertySuggestsPersonalData(Class<? extends Event> event) {
        assertThat(propertyNames(example(event))).noneMatch(PERSONAL.asPredicate());
        assertThat(propertyNames(JSON.readTree(Schemas.schemaOf(event)).path("properties")))
                .noneMatch(PERSONAL.asPredicate());
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void noValueIsAMailAddress(Class<? extends Event> event) {
        assertThat(Schemas.exampleOf(event)).doesNotContain("@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claimId",
                "vendor",
                "policyVersion",
                "contractNumber",
                "model",
                "shipmentId",
                "trackingNumber",
                "customer"
            })
    void allTellOfTheSame(String property) {
        Set<String> values = EventTypes.ALL.stream()
                // The clock is nobody's claim.
                .filter(event -> EventTypes.topicOf(event) != Topic.CLOCK)
                .flatMap(event -> example(event).findValues(property).stream())
                .map(JsonNode::toString)
                .collect(Collectors.toSet());

        assertThat(values).hasSize(1);
    }

    @Test
    void serialsNamedLaterAreThoseOfTheRequestedLines() {
        Set<String> requested = serials("claims.diagnosis-requested.v1");

        assertThat(requested).hasSize(2);
        assertThat(requested)
                .containsAll(serials("claims.claim-submitted.v1"))
                .containsAll(serials("claims.coverage-decided.v1"))
                .containsAll(serials("claims.service-authorised.v1"));
    }

    @Test
    void whatHappenedLaterBearsALaterTime() {
        List<Instant> way = Stream.of(
                        "claims.claim-submitted.v1/submittedAt",
                        "claims.claim-acknowledged.v1/acknowledgedAt",
                        "diagnosis.diagnosis-started.v1/startedAt",
                        "diagnosis.diagnosis-completed.v1/concludedAt",
                        "partners.carrier-accepted.v1/scannedAt",
                        "logistics.parts-dispatched.v1/dispatchedAt",
                        "partners.carrier-delivered.v1/deliveredAt",
                        "logistics.delivered.v1/deliveredAt",
                        "claims.claim-closed.v1/closedAt")
                .map(step -> step.split("/"))
                .map(step -> Instant.parse(
                        JSON.readTree(Schemas.exampleOf(step[0])).path(step[1]).asString()))
                .toList();

        assertThat(way).isSorted();
    }

    private static JsonNode example(Class<? extends Event> event) {
        return JSON.readTree(Schemas.exampleOf(event));
    }

    private static Set<String> serials(String type) {
        return new TreeSet<>(JSON.readTree(Schemas.exampleOf(type)).findValuesAsString("serial"));
    }

    private static Set<String> propertyNames(JsonNode node) {
        Set<String> names = new TreeSet<>(node.propertyNames());
        node.forEach(child -> names.addAll(propertyNames(child)));
        return names;
    }
}
