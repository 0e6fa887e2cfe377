package dev.aftersales.gateway.intake;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aftersales.contracts.Schemas;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The schemas of what partners post, compiled once from the contracts; no document is fetched from anywhere. */
@Component
final class IntakeSchemas {

    private final Map<String, Schema> byType;

    IntakeSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, schemas -> schemas.schemas(Schemas.byId()));
        byType = Schemas.INTAKE_TYPES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), type -> registry.getSchema(SchemaLocation.of(Schemas.intakeIdOf(type)))));
    }

    boolean knows(String type) {
        return byType.containsKey(type);
    }

    /** What the data does wrong by the schema of a type that is known. */
    List<Violation> violations(String type, JsonNode data) {
        Schema schema = byType.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("no partner may post " + type);
        }
        return schema
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(IntakeSchemas::violation)
                .toList();
    }

    private static Violation violation(Error error) {
        String place = error.getInstanceLocation().toString().replace('/', '.');
        String field = "data" + place + (error.getProperty() == null ? "" : "." + error.getProperty());
        return new Violation(field, error.getKeyword(), error.getMessage());
    }
}
