package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.SchemaDocuments.Located;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RecordShapeTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;

    private static final SchemaDocuments DOCUMENTS = SchemaDocuments.ofTheSuite();

    @ParameterizedTest
    @FieldSource("EVENTS")
    void schemaSaysWhatTheRecordSays(Class<? extends Event> event) {
        assertThat(RecordShape.differences(DOCUMENTS, DOCUMENTS.root(idOf(event)), event))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void findsPropertyThatTheSchemaLacks(Class<? extends Event> event) {
        assertThat(afterChange(event, schema -> properties(schema).remove("vendor")))
                .anyMatch(difference -> difference.startsWith("/: properties"));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void findsPropertyThatTheRecordLacks(Class<? extends Event> event) {
        assertThat(afterChange(event, schema -> properties(schema).putObject("surplus")))
                .anyMatch(difference -> difference.startsWith("/: properties"));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void findsRequiredPropertyThatTheSchemaMakesOptional(Class<? extends Event> event) {
        assertThat(afterChange(event, schema -> required(schema).remove(0)))
                .anyMatch(difference -> difference.startsWith("/: required"));
    }

    @Test
    void findsOptionalPropertyThatTheSchemaRequires() {
        assertThat(afterChange(
                        CoverageDecided.class, schema -> required(items(schema)).add("serial")))
                .singleElement()
                .asString()
                .startsWith("/lines/*: required");
    }

    @Test
    void findsTypeThatDiffers() {
        assertThat(afterChange(
                        CoverageDecided.class,
                        schema -> properties(items(schema)).putObject("line").put("type", "string")))
                .singleElement()
                .asString()
                .startsWith("/lines/*/line: type");
    }

    @Test
    void findsEnumThatDiffers() {
        ObjectNode shared =
                (ObjectNode) DOCUMENTS.root("urn:aftersales:schema:shared.v1").node();
        ObjectNode changed = shared.deepCopy();
        ((ArrayNode) changed.at("/$defs/verdict/enum")).add("REJECTED");
        SchemaDocuments documents = new SchemaDocuments(Map.of(
                "urn:aftersales:schema:shared.v1",
                changed,
                idOf(CoverageDecided.class),
                DOCUMENTS.root(idOf(CoverageDecided.class)).node()));

        assertThat(RecordShape.differences(
                        documents, documents.root(idOf(CoverageDecided.class)), CoverageDecided.class))
                .singleElement()
                .asString()
                .startsWith("/lines/*/verdict: enum");
    }

    private static List<String> afterChange(Class<? extends Event> event, Consumer<ObjectNode> change) {
        ObjectNode schema = (ObjectNode) DOCUMENTS.root(idOf(event)).node().deepCopy();
        change.accept(schema);
        return RecordShape.differences(DOCUMENTS, new Located(schema, schema), event);
    }

    private static String idOf(Class<? extends Event> event) {
        return Schemas.idOf(EventTypes.typeOf(event));
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ArrayNode required(JsonNode schema) {
        return (ArrayNode) schema.get("required");
    }

    private static JsonNode items(JsonNode schema) {
        return schema.at("/properties/lines/items");
    }
}
