package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.SchemaDocuments.Located;
import dev.aftersales.contracts.events.Event;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;
    static final Set<String> IDS = Schemas.byId().keySet();

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaDocuments DOCUMENTS = SchemaDocuments.ofTheSuite();

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyTypeHasSchemaAndExample(Class<? extends Event> event) {
        assertThat(JSON.readTree(Schemas.schemaOf(event)).isObject()).isTrue();
        assertThat(JSON.readTree(Schemas.exampleOf(event)).isObject()).isTrue();
    }

    @Test
    void everyFileBelongsToAType() throws IOException, URISyntaxException {
        Set<String> expected = new TreeSet<>(Set.of("asyncapi.yaml", "events/shared.v1.schema.json"));
        Stream.concat(
                        EventTypes.ALL.stream().map(EventTypes::typeOf).map(type -> "events/" + type),
                        Schemas.INTAKE_TYPES.stream()
                                .map(type -> type.replaceFirst("^partners\\.", "partners-intake/")))
                .map(name -> name.replaceFirst("^(events/[^.]+)\\.", "$1/"))
                .forEach(name -> {
                    expected.add(name + ".schema.json");
                    expected.add(name + ".example.json");
                });

        assertThat(files()).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void schemaIsValidByItsDialectAndBearsItsId(String id) {
        JsonNode schema = DOCUMENTS.root(id).node();

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asString()).isEqualTo(id);
        assertThat(Validation.errorsOfSchema(schema)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void everyPropertyIsDescribed(String id) {
        assertDescribed(id, DOCUMENTS.root(id));
    }

    @Test
    void everySharedDefinitionIsUsed() {
        Set<String> used = DOCUMENTS.byId().values().stream()
                .flatMap(document -> document.findValuesAsString("$ref").stream())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());

        assertThat(DOCUMENTS
                        .root("urn:aftersales:schema:shared.v1")
                        .node()
                        .get("$defs")
                        .propertyNames())
                .isSubsetOf(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims.claim-submitted.v2", "claims.unheard-of.v1", "../shared.v1", ""})
    void refusesUnknownType(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.schemaOf(type));
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.exampleOf(type));
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.idOf(type));
    }

    private static void assertDescribed(String where, Located schema) {
        JsonNode node = schema.node();
        for (String container : List.of("properties", "$defs")) {
            node.path(container).forEachEntry((name, child) -> {
                Located property = schema.at(child);
                assertThat(child.has("description")
                                || DOCUMENTS.resolve(property).node().has("description"))
                        .as("%s/%s has a description", where, name)
                        .isTrue();
                assertDescribed(where + "/" + name, property);
            });
        }
        if (node.has("items")) {
            assertDescribed(where + "/*", schema.at(node.get("items")));
        }
    }

    private static Set<String> files() throws IOException, URISyntaxException {
        Path root = Path.of(Schemas.class.getResource("/contracts").toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
