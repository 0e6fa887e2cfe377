package dev.aftersales.claims.policies;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shape of a pack, by its JSON Schema: {@code policy-packs/pack.schema.json}. No document is fetched from anywhere. */
final class PackSchema {

    private static final String FILE = "policy-packs/pack.schema.json";

    private final JsonNode document;
    private final Schema schema;

    private PackSchema(JsonNode document) {
        this.document = document;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    /** As it comes with the service. */
    static PackSchema shipped() {
        try (InputStream content = new ClassPathResource(FILE).getInputStream()) {
            return new PackSchema(JsonMapper.shared().readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of policy packs cannot be read", e);
        }
    }

    /** Everything in which the pack has not this shape. */
    List<PackProblem> problems(PackDocument pack) {
        return schema.validate(pack.values()).stream()
                .map(error -> pack.problem(path(error), rule(error)))
                .distinct()
                .toList();
    }

    private static String path(Error error) {
        StringBuilder path = new StringBuilder();
        NodePath location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            if (location.getElement(i) instanceof Integer index) {
                path.append('[').append(index).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(location.getElement(i));
            }
        }
        if (error.getKeyword().equals("uniqueItems")) {
            path.append('[').append(second(error.getInstanceNode())).append(']');
        }
        if (error.getProperty() != null) {
            path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
        }
        return path.toString();
    }

    /** Where the first entry stands that the list has already. */
    private static int second(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        int i = 0;
        while (i < list.size() && seen.add(list.get(i))) {
            i++;
        }
        return i;
    }

    private String rule(Error error) {
        JsonNode wanted = error.getSchemaNode();
        String value = shown(error.getInstanceNode());
        return switch (error.getKeyword()) {
            case "required" -> "is missing";
            case "additionalProperties" ->
                "is not known here; known are "
                        + around(error).path("properties").propertyNames().stream()
                                .sorted()
                                .toList();
            case "enum" -> "is " + value + "; must be one of " + listed(wanted);
            case "const" -> "is " + value + "; must be " + wanted.asString();
            case "type" -> "must be " + kind(wanted);
            case "minItems" -> "must be a list with at least one entry";
            case "minProperties" -> "must have at least one entry";
            case "maxItems" -> "has more than " + wanted.asString() + " entries";
            case "uniqueItems" ->
                shown(error.getInstanceNode().get(second(error.getInstanceNode()))) + " stands there twice";
            case "minimum", "exclusiveMinimum" -> "is " + value + "; must be more";
            case "maximum" -> "is " + value + "; must be at most " + wanted.asString();
            case "pattern", "minLength", "maxLength" -> "is " + value + "; must be " + described(error);
            default -> error.getMessage();
        };
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null || value.isContainer()) {
            return "no single value";
        }
        String text = value.asString();
        return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String kind(JsonNode type) {
        return switch (type.isString() ? type.asString() : "") {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "string" -> "text in one piece; in quotes if it looks like a number";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> "a single value";
        };
    }

    /** What the schema says in words about a place that has a notation of its own. */
    private String described(Error error) {
        JsonNode words = around(error).path("description");
        return words.isString()
                ? words.asString()
                : "of the form " + error.getSchemaNode().asString();
    }

    /** The part of the schema in which the broken rule stands. */
    private JsonNode around(Error error) {
        JsonNode place = document;
        NodePath location = error.getSchemaLocation().getFragment();
        for (int i = 0; i < location.getNameCount() - 1; i++) {
            place = location.getElement(i) instanceof Integer index
                    ? place.path(index)
                    : place.path(location.getElement(i).toString());
        }
        return place;
    }
}
