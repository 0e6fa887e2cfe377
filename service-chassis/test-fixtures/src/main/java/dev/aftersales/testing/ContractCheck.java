package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aftersales.contracts.Schemas;

/** Holds what was told to the schema of its type. */
public final class ContractCheck {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas.byId()));

    private ContractCheck() {}

    /**
     * Validates the data, formats included.
     *
     * @throws AssertionError naming what breaks the schema
     */
    public static void keepsItsContract(Message message) {
        assertThat(REGISTRY.getSchema(SchemaLocation.of(Schemas.idOf(message.type())))
                        .validate(
                                message.text(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(message.text())
                .isEmpty();
    }
}
