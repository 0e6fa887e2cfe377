package dev.aftersales.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aftersales.contracts.Schemas;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the running suite says of itself: on the topics, in traces, metrics and logs. */
class WireIT {

    private static final List<String> SERVICES =
            List.of("claims-service", "diagnosis-service", "logistics-service", "notification-service");

    private static final Set<String> RADAR = Set.of("batch-alarms", "batch-gauges");

    @Test
    void everyEventOnTheTopicsIsOfItsSchemaAndInOrder() {
        String claim = Journey.submitted(Journey.freshSerial(), "E-104");
        Journey.awaitState(claim, "RELEASED");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas.byId()));

        List<ConsumerRecord<String, byte[]>> all = Wire.everything();

        assertThat(all).hasSizeGreaterThan(8);
        Map<String, Long> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : all) {
            String type = Wire.header(event, "ce_type");
            Schema schema = registry.getSchema(SchemaLocation.of(Schemas.idOf(type)));
            assertThat(schema.validate(Wire.text(event), InputFormat.JSON))
                    .as(type + Wire.text(event))
                    .isEmpty();
            String sequence = Wire.header(event, "ce_sequence");
            if (!sequence.isEmpty()) {
                String aggregate = event.topic() + "/" + event.key();
                long expected = last.getOrDefault(aggregate, 0L) + 1;
                // A repeat of an event that was told before is legal; a gap or an inversion is not. The radar counts on
                // from the moment at which it met a group, and its gauges leave out some.
                if (!RADAR.contains(event.topic())) {
                    assertThat(Long.parseLong(sequence)).as(aggregate).isLessThanOrEqualTo(expected);
                }
                last.merge(aggregate, Long.parseLong(sequence), Math::max);
            }
        }
    }

    @Test
    void oneTraceFollowsTheClaimThroughAllServices() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Api maria = TheSuite.as("maria");
        Answer submitted = Journey.submit(
                maria.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"),
                UUID.randomUUID().toString(),
                Journey.body(Journey.freshSerial(), "E-104", Journey.uploadPhoto(maria), "traced"));
        String claim = submitted.at("$.id");
        Journey.awaitState(claim, "RELEASED");
        Mailbox.of("maria@nordwind.example").awaitMail(claim, "being packed");

        Set<String> traces = Wire.everything().stream()
                .filter(event -> claim.equals(event.key()))
                .map(event -> Wire.header(event, "traceparent"))
                .map(parent -> parent.isEmpty() ? "none" : parent.split("-")[1])
                .collect(Collectors.toSet());

        // The acknowledgment alone may still be on its way; it belongs to the same trace as well.
        assertThat(traces).containsOnly(trace);
    }

    @Test
    void eventsAndLogsHoldNobodysNameOrAddress() throws IOException {
        String claim = Journey.submitted(Journey.freshSerial(), "E-104");
        Journey.awaitState(claim, "RELEASED");
        Mailbox.of("maria@nordwind.example").awaitMail(claim, "being packed");

        assertThat(Wire.everything())
                .allSatisfy(event -> assertThat(Wire.text(event)).doesNotContain("@", "stopped working", "Maria"));
        for (String service : SERVICES) {
            assertThat(Files.readString(TheSuite.running().log(service)))
                    .as(service)
                    .doesNotContain("@nordwind.example", "stopped working");
        }
    }

    @Test
    void stagesAreMeasured() {
        String claim = Journey.submitted(Journey.freshSerial(), "E-104");
        Journey.awaitState(claim, "RELEASED");

        for (String service : SERVICES) {
            int port = TheSuite.running().url(service).getPort();
            assertThat(Api.at(port).get("/actuator/prometheus").text())
                    .as(service)
                    .contains("aftersales_outbox_relay_seconds_count", "aftersales_reaction_seconds_count");
        }
    }

    @Test
    void onlyTheGatewaysOwnRoutesAreReachable() {
        assertThat(TheSuite.as("maria").get("/internal/v1/customer-keys/x").status())
                .isEqualTo(404);
        assertThat(TheSuite.as("olga").get("/ops/v1/claims/dead-letters").status())
                .isEqualTo(200);
        assertThat(TheSuite.as("maria").get("/ops/v1/claims/dead-letters").status())
                .isEqualTo(403);
        assertThat(TheSuite.gateway().get("/api/v1/claims").status()).isEqualTo(401);
    }
}
