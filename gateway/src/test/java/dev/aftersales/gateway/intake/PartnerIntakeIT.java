package dev.aftersales.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.Topic;
import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class PartnerIntakeIT extends RunningGateway {

    static final List<String> TYPES = Schemas.INTAKE_TYPES;

    private static final String TOPIC = Topic.PARTNER_EVENTS.topicName();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @FieldSource("TYPES")
    void putsAStructuredEventOnTheTopic(String type) throws Exception {
        Posted posted = Posted.of(type);

        Answer answer = gateway()
                .as(People.CARRIER_ONE)
                .with("Content-Type", Posted.STRUCTURED)
                .post(Posted.PATH, posted.json());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertTakenAs(posted, type, "exporter");
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void putsABinaryEventOnTheTopic(String type) throws Exception {
        Posted posted = Posted.of(type);

        Answer answer = gateway()
                .as(People.CARRIER_ONE)
                .with("ce-specversion", "1.0")
                .with("ce-id", posted.id())
                .with("ce-source", "urn:carrier")
                .with("ce-type", type)
                .with("ce-subject", posted.subject())
                .with("ce-time", "2026-11-18T17:12:44%2B01:00")
                .with("ce-vendor", "exporter")
                .post(Posted.PATH, posted.data().toString());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertTakenAs(posted, type, "exporter");
    }

    @Test
    void bindsTheVendorThatAPartnerOfSeveralNames() {
        Posted posted = Posted.of(TYPES.getFirst()).with("vendor", "agency");

        Answer answer = gateway()
                .withToken(People.CARRIER_ONE
                        .claims()
                        .vendors("exporter", "agency")
                        .sign())
                .with("Content-Type", Posted.STRUCTURED)
                .post(Posted.PATH, posted.json());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(taken(posted).header("ce_vendor")).isEqualTo("agency");
        assertThat(taken(posted).<String>at("$.vendor")).isEqualTo("agency");
    }

    @Test
    void leavesBehindWhateverElseWasPosted() {
        Posted posted = Posted.of(TYPES.getFirst())
                .with("sequence", "7")
                .with("partner", "somebody-else")
                .with("traceparent", "00-11111111111111111111111111111111-2222222222222222-01");

        gateway()
                .as(People.CARRIER_ONE)
                .with("Content-Type", Posted.STRUCTURED)
                .with("ce-vendor", "agency")
                .post(Posted.PATH, posted.json());

        Message message = taken(posted);
        assertThat(message.headers()).doesNotContainKeys("ce_sequence", "ce_partner", "ce_traceparent");
        assertThat(message.header("ce_source")).isEqualTo("/partners/carrier-one");
        assertThat(message.header("ce_vendor")).isEqualTo("exporter");
        assertThat(message.<String>at("$.partner")).isEqualTo("carrier-one");
        assertThat(message.header("traceparent")).doesNotContain("1111");
    }

    @Test
    void writesTheTraceOfTheRequestToTheRecord() {
        Posted posted = Posted.of(TYPES.getFirst());

        gateway()
                .as(People.CARRIER_ONE)
                .with("Content-Type", Posted.STRUCTURED)
                .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .post(Posted.PATH, posted.json());

        assertThat(taken(posted).header("traceparent")).matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    }

    @Test
    void makesTheTopicWithItsSettings() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers()))) {
            var description =
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
            var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);

            assertThat(description.partitions()).hasSize(Topic.PARTITIONS);
            assertThat(Topic.PARTNER_EVENTS.settings())
                    .allSatisfy((name, value) ->
                            assertThat(settings.get(name).value()).isEqualTo(value));
        }
    }

    private static void assertTakenAs(Posted posted, String type, String vendor) throws Exception {
        Message message = taken(posted);
        assertThat(message.key()).isEqualTo(vendor + "/" + posted.subject());
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", posted.id())
                .containsEntry("ce_source", "/partners/carrier-one")
                .containsEntry("ce_type", type)
                .containsEntry("ce_subject", posted.subject())
                .containsEntry("ce_time", "2026-11-18T16:12:44Z")
                .containsEntry("ce_vendor", vendor)
                .containsEntry("content-type", "application/json")
                .containsKey("traceparent")
                .doesNotContainKey("ce_sequence");
        assertThat(JSON.readTree(message.value()))
                .isEqualTo(posted.data().put("vendor", vendor).put("partner", "carrier-one"));
        assertThat(JSON.readValue(message.value(), EventTypes.named(type).orElseThrow())
                        .vendor())
                .isEqualTo(vendor);
    }

    private static Message taken(Posted posted) {
        return Topics.awaitOne(TOPIC, message -> posted.id().equals(message.header("ce_id")));
    }
}
