package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;

    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(Schemas.asyncApi());
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final Set<String> SERVICES =
            Set.of("claims-service", "diagnosis-service", "logistics-service", "notification-service", "gateway");

    /** Design, section 3. */
    private static final Map<Topic, String> WRITERS = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.CLAIMS, "claims-service"),
            Map.entry(Topic.DIAGNOSIS, "diagnosis-service"),
            Map.entry(Topic.LOGISTICS, "logistics-service"),
            Map.entry(Topic.NOTIFICATIONS, "notification-service"),
            Map.entry(Topic.CUSTOMERS, "claims-service"),
            Map.entry(Topic.POLICIES, "claims-service"),
            Map.entry(Topic.POLICY_NOTICES, "claims-service"),
            Map.entry(Topic.BATCH_NOTICES, "claims-service"),
            Map.entry(Topic.CALENDARS, "claims-service"),
            Map.entry(Topic.PARTNER_EVENTS, "gateway"),
            Map.entry(Topic.UNITS, "claims-service"),
            Map.entry(Topic.FAULT_CATALOGUE, "diagnosis-service"),
            Map.entry(Topic.CLOCK, "claims-service"),
            Map.entry(Topic.BATCH_ALARMS, "diagnosis-service"),
            Map.entry(Topic.BATCH_GAUGES, "diagnosis-service"),
            Map.entry(Topic.EMERGENCY_SUPPLIES, "logistics-service"),
            Map.entry(Topic.BATCH_ISSUES, "diagnosis-service")));

    /** Logistics and diagnosis each hold one aggregate per claim, so the claim is their key too. */
    private static final Map<Topic, String> KEYS = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.CLAIMS, "{claimId}"),
            Map.entry(Topic.DIAGNOSIS, "{claimId}"),
            Map.entry(Topic.LOGISTICS, "{claimId}"),
            Map.entry(Topic.NOTIFICATIONS, "{notificationId}"),
            Map.entry(Topic.CUSTOMERS, "{customerId}"),
            Map.entry(Topic.POLICIES, "{policyVersion}"),
            Map.entry(Topic.POLICY_NOTICES, "{noticeId}"),
            Map.entry(Topic.BATCH_NOTICES, "{noticeId}"),
            Map.entry(Topic.CALENDARS, "{vendor}/{calendar}/{version}"),
            Map.entry(Topic.PARTNER_EVENTS, "{vendor}/{subject}"),
            Map.entry(Topic.UNITS, "{vendor}/{serial}"),
            Map.entry(Topic.FAULT_CATALOGUE, "{vendor}/{code}"),
            Map.entry(Topic.CLOCK, "{vendor}"),
            Map.entry(Topic.BATCH_ALARMS, "{groupId}"),
            Map.entry(Topic.BATCH_GAUGES, "{groupId}"),
            Map.entry(Topic.EMERGENCY_SUPPLIES, "{batchIssueId}"),
            Map.entry(Topic.BATCH_ISSUES, "{batchIssueId}")));

    @Test
    void isAsyncApi3() {
        assertThat(DOCUMENT.path("asyncapi").asString()).isEqualTo("3.0.0");
    }

    @Test
    void listsExactlyTheTopics() {
        assertThat(DOCUMENT.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void topicHasTheSettingsOfTheCode(Topic topic) {
        JsonNode binding = channel(topic).at("/bindings/kafka");

        assertThat(channel(topic).path("address").asString()).isEqualTo(topic.topicName());
        assertThat(binding.path("topic").asString()).isEqualTo(topic.topicName());
        assertThat(binding.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(settings(binding)).isEqualTo(topic.settings());
    }

    @ParameterizedTest
    @EnumSource
    void deadLettersHaveTheSettingsOfTheCode(Topic topic) {
        JsonNode deadLetters = channel(topic).path("x-dead-letters");

        assertThat(deadLetters.path("topic").asString()).isEqualTo(topic.deadLetterTopicName());
        assertThat(deadLetters.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(settings(deadLetters)).isEqualTo(topic.deadLetterSettings());
    }

    @ParameterizedTest
    @EnumSource
    void topicCarriesExactlyItsTypes(Topic topic) {
        assertThat(typesByReference(channel(topic).path("messages")))
                .containsExactlyInAnyOrderElementsOf(typesOn(topic));
    }

    @Test
    void listsExactlyTheTypes() {
        Map<String, String> expected = new TreeMap<>();
        EventTypes.ALL.forEach(event -> expected.put(event.getSimpleName(), EventTypes.typeOf(event)));
        Map<String, String> described = new TreeMap<>();
        DOCUMENT.at("/components/messages")
                .forEachEntry((name, message) ->
                        described.put(name, message.path("name").asString()));

        assertThat(described).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void messageNamesTheFilesOfItsType(Class<? extends Event> event) {
        JsonNode message = DOCUMENT.at("/components/messages/" + event.getSimpleName());

        assertThat(resource(message.at("/payload/schema/$ref").asString())).isEqualTo(Schemas.schemaOf(event));
        assertThat(resource(message.path("x-example").asString())).isEqualTo(Schemas.exampleOf(event));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void messageHasTheHeadersOfItsKind(Class<? extends Event> event) {
        Set<String> expected = new TreeSet<>(Set.of(
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_subject",
                "ce_time",
                "ce_vendor",
                "traceparent",
                "content-type"));
        if (EventTypes.topicOf(event) != Topic.PARTNER_EVENTS) {
            expected.add("ce_sequence");
        }

        JsonNode headers = follow(
                DOCUMENT.at("/components/messages/" + event.getSimpleName()).path("headers"));

        assertThat(new TreeSet<>(headers.path("properties").propertyNames())).isEqualTo(expected);
        expected.remove("traceparent");
        assertThat(new TreeSet<>(texts(headers.path("required")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void keyIsBuiltFromRequiredPropertiesOfEveryEventOfTheTopic(Topic topic) {
        String key = channel(topic).path("x-key").asString();
        assertThat(key).isEqualTo(KEYS.get(topic));

        Set<String> bindings = new TreeSet<>();
        for (Class<? extends Event> event : eventsOn(topic)) {
            List<String> required =
                    texts(new JsonMapper().readTree(Schemas.schemaOf(event)).path("required"));
            Matcher placeholder = PLACEHOLDER.matcher(key.replace("{subject}", subject(event)));
            while (placeholder.find()) {
                assertThat(required).as("%s", event).contains(placeholder.group(1));
            }
            assertThat(key.contains("{subject}"))
                    .as("%s says its subject exactly where the key needs it", event)
                    .isEqualTo(!subject(event).isEmpty());
            bindings.add(DOCUMENT.at("/components/messages/" + event.getSimpleName() + "/bindings/$ref")
                    .asString());
        }
        assertThat(bindings).as("one kind of key").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void topicHasOneWriterWhichSaysAllOfIt(Topic topic) {
        List<JsonNode> writers = operations("send").stream()
                .filter(operation -> channelOf(operation) == topic)
                .toList();

        assertThat(writers).singleElement().satisfies(writer -> {
            assertThat(writer.path("x-service").asString()).isEqualTo(WRITERS.get(topic));
            assertThat(typesByReference(writer.path("messages"))).containsExactlyInAnyOrderElementsOf(typesOn(topic));
        });
    }

    @Test
    void readerHearsATopicOnceAndOnlyWhatItCarries() {
        List<JsonNode> readers = operations("receive");

        assertThat(readers).isNotEmpty().allSatisfy(reader -> {
            assertThat(reader.path("x-service").asString()).isIn(SERVICES);
            assertThat(typesByReference(reader.path("messages")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .isSubsetOf(typesOn(channelOf(reader)));
        });
        assertThat(readers)
                .extracting(reader -> reader.path("x-service").asString() + " " + channelOf(reader))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSendsOrReceives() {
        assertThat(operations("send").size() + operations("receive").size())
                .isEqualTo(DOCUMENT.path("operations").size());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(resource(reference)).isNotBlank();
            }
        });
    }

    /** How the subject of a partner's event is built from its data; a service's own event names its aggregate in the key. */
    private static String subject(Class<? extends Event> event) {
        return DOCUMENT.at("/components/messages/" + event.getSimpleName() + "/x-subject")
                .asString("");
    }

    private static JsonNode channel(Topic topic) {
        return DOCUMENT.path("channels").path(topic.topicName());
    }

    private static List<JsonNode> operations(String action) {
        return DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals(action))
                .toList();
    }

    private static Topic channelOf(JsonNode operation) {
        return Topic.named(operation.at("/channel/$ref").asString().substring("#/channels/".length()));
    }

    private static List<Class<? extends Event>> eventsOn(Topic topic) {
        return EventTypes.ALL.stream()
                .filter(event -> EventTypes.topicOf(event) == topic)
                .toList();
    }

    private static List<String> typesOn(Topic topic) {
        return eventsOn(topic).stream().map(EventTypes::typeOf).toList();
    }

    /** The types of messages that are named by reference, in the order of the document. */
    private static List<String> typesByReference(JsonNode references) {
        return references
                .valueStream()
                .map(reference -> follow(reference).path("name").asString())
                .toList();
    }

    private static JsonNode follow(JsonNode node) {
        JsonNode current = node;
        while (current.has("$ref")) {
            current = DOCUMENT.at(current.get("$ref").asString().substring(1));
        }
        return current;
    }

    private static Map<String, String> settings(JsonNode binding) {
        return binding.path("topicConfiguration")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        setting -> setting.getValue().isArray()
                                ? String.join(",", texts(setting.getValue()))
                                : setting.getValue().asString()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String resource(String path) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/contracts/" + path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
