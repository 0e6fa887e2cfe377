package dev.aftersales.contracts;

import dev.aftersales.contracts.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contracts as data: JSON Schemas (2020-12), examples and the AsyncAPI document, as text. A schema names its shared
 * definitions by URN, so a validator is given {@link #byId()} and needs no network.
 */
public final class Schemas {

    private static final String ROOT = "/contracts/";
    private static final String SHARED = "shared.v1";
    private static final String INTAKE_OWNER = "partners-intake";

    /** The types that a partner may post, with vendor and partner left out because the gateway binds them. */
    public static final List<String> INTAKE_TYPES = EventTypes.ALL.stream()
            .filter(event -> EventTypes.topicOf(event) == Topic.PARTNER_EVENTS)
            .map(EventTypes::typeOf)
            .toList();

    private Schemas() {}

    /** The {@code $id} of an event type's schema, for example {@code urn:aftersales:schema:claims.claim-submitted.v1}. */
    public static String idOf(String type) {
        return urn(known(type));
    }

    /**
     * The schema of an event type's data.
     *
     * @throws IllegalArgumentException if the suite does not know the type or its version
     */
    public static String schemaOf(String type) {
        return read(eventPath(known(type)) + ".schema.json");
    }

    /**
     * The schema of an event record's data.
     *
     * @throws IllegalArgumentException if the record has no contract
     */
    public static String schemaOf(Class<? extends Event> event) {
        return schemaOf(EventTypes.typeOf(event));
    }

    /**
     * A valid example of an event type's data. All examples together tell the way of one claim.
     *
     * @throws IllegalArgumentException if the suite does not know the type or its version
     */
    public static String exampleOf(String type) {
        return read(eventPath(known(type)) + ".example.json");
    }

    /**
     * A valid example of an event record's data.
     *
     * @throws IllegalArgumentException if the record has no contract
     */
    public static String exampleOf(Class<? extends Event> event) {
        return exampleOf(EventTypes.typeOf(event));
    }

    /**
     * The {@code $id} of the schema that a partner's posting of this type must satisfy.
     *
     * @throws IllegalArgumentException if no partner may post the type
     */
    public static String intakeIdOf(String type) {
        return urn(intakeName(type));
    }

    /**
     * The schema that a partner's posting of this type must satisfy: closed, so that vendor and partner are refused.
     *
     * @throws IllegalArgumentException if no partner may post the type
     */
    public static String intakeSchemaOf(String type) {
        return read(intakePath(type) + ".schema.json");
    }

    /**
     * A valid example of a partner's posting of this type.
     *
     * @throws IllegalArgumentException if no partner may post the type
     */
    public static String intakeExampleOf(String type) {
        return read(intakePath(type) + ".example.json");
    }

    /** Every schema, the shared definitions included, by its {@code $id}: what a validator resolves references from. */
    public static Map<String, String> byId() {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put(urn(SHARED), read("events/" + SHARED + ".schema.json"));
        for (Class<? extends Event> event : EventTypes.ALL) {
            String type = EventTypes.typeOf(event);
            schemas.put(idOf(type), schemaOf(type));
        }
        for (String type : INTAKE_TYPES) {
            schemas.put(intakeIdOf(type), intakeSchemaOf(type));
        }
        return Collections.unmodifiableMap(schemas);
    }

    /** The AsyncAPI 3.0 document of the whole flow, YAML. */
    public static String asyncApi() {
        return read("asyncapi.yaml");
    }

    private static String known(String type) {
        if (EventTypes.named(type).isEmpty()) {
            throw new IllegalArgumentException("no event type is named " + type);
        }
        return type;
    }

    private static String urn(String name) {
        return "urn:aftersales:schema:" + name;
    }

    private static String eventPath(String type) {
        return "events/" + type.replaceFirst("\\.", "/");
    }

    private static String intakeName(String type) {
        if (!INTAKE_TYPES.contains(type)) {
            throw new IllegalArgumentException("no partner may post " + type);
        }
        return INTAKE_OWNER + type.substring(type.indexOf('.'));
    }

    private static String intakePath(String type) {
        return intakeName(type).replaceFirst("\\.", "/");
    }

    private static String read(String path) {
        try (InputStream resource = Schemas.class.getResourceAsStream(ROOT + path)) {
            if (resource == null) {
                throw new IllegalStateException("the contracts lack " + path);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
