package dev.aftersales.gateway.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A CloudEvent as it was posted, in either mode: attributes as text, data as JSON; nothing of it checked yet. */
final class Posting {

    private final Map<String, String> attributes;
    private final JsonNode data;

    Posting(Map<String, String> attributes, JsonNode data) {
        this.attributes = Map.copyOf(attributes);
        this.data = data;
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    JsonNode data() {
        return data;
    }
}
