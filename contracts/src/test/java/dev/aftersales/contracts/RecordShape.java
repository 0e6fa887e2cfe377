package dev.aftersales.contracts;

import dev.aftersales.contracts.SchemaDocuments.Located;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says where a schema and the record that it describes differ: properties, what is required, types, enums. */
final class RecordShape {

    private final SchemaDocuments documents;
    private final List<String> differences = new ArrayList<>();

    private RecordShape(SchemaDocuments documents) {
        this.documents = documents;
    }

    static List<String> differences(SchemaDocuments documents, Located schema, Class<?> recordType) {
        RecordShape shape = new RecordShape(documents);
        shape.compare("", schema, recordType);
        return shape.differences;
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void compare(String where, Located reference, Type type) {
        Located schema = documents.resolve(reference);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(where, "type", "array", schema.node().path("type").asString(""));
            compare(where + "/*", schema.at(schema.node().path("items")), list.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> simple) {
            compareSimple(where, schema, simple);
        } else {
            throw new AssertionError("no JSON form is agreed for " + type);
        }
    }

    private void compareSimple(String where, Located schema, Class<?> type) {
        String jsonType = schema.node().path("type").asString("");
        String format = schema.node().path("format").asString("");
        if (type.isRecord()) {
            expect(where, "type", "object", jsonType);
            compareProperties(where, schema, type);
        } else if (type.isEnum()) {
            expect(where, "type", "string", jsonType);
            Set<String> constants =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
            expect(where, "enum", new TreeSet<>(constants), texts(schema.node().path("enum")));
        } else if (type == String.class) {
            expect(where, "type", "string", jsonType);
            expect(where, "format", "", format);
            expect(where, "enum", Set.of(), texts(schema.node().path("enum")));
        } else if (type == Instant.class) {
            expect(where, "type", "string", jsonType);
            expect(where, "format", "date-time", format);
        } else if (type == Duration.class) {
            expect(where, "type", "string", jsonType);
            expect(where, "format", "duration", format);
        } else if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            expect(where, "type", "integer", jsonType);
        } else if (type == boolean.class || type == Boolean.class) {
            expect(where, "type", "boolean", jsonType);
        } else {
            throw new AssertionError("no JSON form is agreed for " + type);
        }
    }

    private void compareProperties(String where, Located schema, Class<?> recordType) {
        JsonNode properties = schema.node().path("properties");
        Set<String> components = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            components.add(component.getName());
            if (!isOptional(component)) {
                required.add(component.getName());
            }
            JsonNode property = properties.get(component.getName());
            if (property != null) {
                compare(where + "/" + component.getName(), schema.at(property), component.getGenericType());
            }
        }
        expect(where, "properties", components, new TreeSet<>(properties.propertyNames()));
        expect(where, "required", required, texts(schema.node().path("required")));
        expect(
                where,
                "open to additions",
                true,
                schema.node().path("additionalProperties").asBoolean(true));
    }

    private void expect(String where, String what, Object ofTheRecord, Object ofTheSchema) {
        if (!ofTheRecord.equals(ofTheSchema)) {
            differences.add("%s: %s is %s in the record, %s in the schema"
                    .formatted(where.isEmpty() ? "/" : where, what, ofTheRecord, ofTheSchema));
        }
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
