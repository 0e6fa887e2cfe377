package dev.aftersales.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Validates data against a schema of the suite, formats included, with no document from elsewhere. */
final class Validation {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas.byId()));

    private Validation() {}

    static List<Error> errors(String schemaId, JsonNode data) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(schemaId));
        return schema.validate(
                data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Errors of a schema document itself, by the 2020-12 meta-schema. */
    static List<Error> errorsOfSchema(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(schema);
    }
}
