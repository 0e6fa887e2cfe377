package dev.aftersales.gateway.intake;

import dev.aftersales.contracts.Schemas;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A valid event of a partner with an id and a subject of its own, to be bent. */
final class Posted {

    static final String PATH = "/partners/v1/events";
    static final String STRUCTURED = "application/cloudevents+json";

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode event;

    private Posted(ObjectNode event) {
        this.event = event;
    }

    static Posted of(String type) {
        String unique = UUID.randomUUID().toString();
        ObjectNode data = (ObjectNode) JSON.readTree(Schemas.intakeExampleOf(type));
        data.put(subjectOf(type), "T" + unique);
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", unique)
                .put("source", "urn:carrier")
                .put("type", type)
                .put("subject", "T" + unique)
                .put("time", "2026-11-18T16:12:44Z")
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return new Posted(event);
    }

    /** The same with another value of an attribute; {@code null} leaves it out. */
    Posted with(String attribute, @Nullable String value) {
        ObjectNode bent = event.deepCopy();
        if (value == null) {
            bent.remove(attribute);
        } else {
            bent.put(attribute, value);
        }
        return new Posted(bent);
    }

    /** The same with another value in the data; {@code null} leaves it out. */
    Posted withData(String property, @Nullable String value) {
        Posted bent = new Posted(event.deepCopy());
        if (value == null) {
            ((ObjectNode) bent.event.get("data")).remove(property);
        } else {
            ((ObjectNode) bent.event.get("data")).put(property, value);
        }
        return bent;
    }

    String id() {
        return event.get("id").asString();
    }

    String subject() {
        return event.get("subject").asString();
    }

    /** The property of the data that says what the event is about. */
    private static String subjectOf(String type) {
        return type.startsWith("partners.carrier-") ? "trackingNumber" : "claimId";
    }

    ObjectNode data() {
        return (ObjectNode) event.get("data").deepCopy();
    }

    String json() {
        return event.toString();
    }
}
