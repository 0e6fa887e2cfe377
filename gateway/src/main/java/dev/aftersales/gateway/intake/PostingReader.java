package dev.aftersales.gateway.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one CloudEvent from an HTTP request: structured or binary mode (CloudEvents HTTP binding 1.0.2, sections 3.1 and
 * 3.2). A batch is refused, because an answer speaks of one event.
 */
@Component
final class PostingReader {

    private static final MediaType STRUCTURED = MediaType.parseMediaType("application/cloudevents+json");
    private static final String PREFIX = "ce-";
    private static final String VERSION = "1.0";

    /** Deeper than any event of the suite; a hostile body is refused while it is read. */
    private static final int DEEPEST = 20;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws dev.aftersales.gateway.problems.ProblemException 400 or 415 that says what is wrong with the request */
    Posting read(HttpHeaders headers, byte[] body) {
        MediaType contentType = contentType(headers);
        if (STRUCTURED.equalsTypeAndSubtype(contentType)) {
            return structured(object(body));
        }
        if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(contentType)) {
            return binary(headers, body);
        }
        throw Refusals.contentType();
    }

    private Posting structured(JsonNode event) {
        Map<String, String> attributes = new HashMap<>();
        event.forEachEntry((name, value) -> {
            if (name.equals("data") || value.isNull()) {
                return;
            }
            if (name.equals("data_base64")) {
                throw Refusals.noCloudEvent("The data must be JSON, in \"data\".");
            }
            if (value.isContainer()) {
                throw Refusals.noCloudEvent("The attribute \"" + name + "\" must be a single value.");
            }
            attributes.put(name, value.asString());
        });
        return posting(attributes, event.get("data"));
    }

    private Posting binary(HttpHeaders headers, byte[] body) {
        Map<String, String> attributes = new HashMap<>();
        headers.forEach((header, values) -> {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                String name = lower.substring(PREFIX.length());
                attributes.put(name, single(name, values));
            }
        });
        // Checked first: without it the body is not the data of an event, and reading it would explain nothing.
        checkVersion(attributes.get("specversion"));
        return posting(attributes, object(body));
    }

    private static Posting posting(Map<String, String> attributes, @Nullable JsonNode data) {
        checkVersion(attributes.get("specversion"));
        String dataType = attributes.get("datacontenttype");
        if (dataType != null && !isJson(dataType)) {
            throw Refusals.noCloudEvent("The data must be JSON: datacontenttype is \"application/json\" or left out.");
        }
        if (data == null || !data.isObject()) {
            throw Refusals.noCloudEvent("The data must be there, and be a JSON object.");
        }
        return new Posting(attributes, data);
    }

    private static void checkVersion(@Nullable String version) {
        if (version == null) {
            throw Refusals.noCloudEvent(
                    "The attribute \"specversion\" is missing: send application/cloudevents+json, or"
                            + " the attributes in ce-* headers.");
        }
        if (!version.equals(VERSION)) {
            throw Refusals.noCloudEvent("The attribute \"specversion\" must be \"1.0\".");
        }
    }

    private static String single(String name, List<String> values) {
        if (values.size() != 1) {
            throw Refusals.noCloudEvent("The header \"ce-" + name + "\" must stand there once.");
        }
        try {
            // Percent-encoded UTF-8 (section 3.1.3.2), in which a plus sign is a plus sign.
            return URLDecoder.decode(values.getFirst().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusals.noCloudEvent("The header \"ce-" + name + "\" is not percent-encoded as it should be.");
        }
    }

    private JsonNode object(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            if (!read.isObject()) {
                throw Refusals.unreadable("Send one JSON object.");
            }
            return read;
        } catch (JacksonException e) {
            throw Refusals.unreadable("Send one JSON object, each property once, nested at most " + DEEPEST
                    + " deep"
                    + (e.getLocation() == null
                            ? "."
                            : "; it breaks at line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + "."));
        }
    }

    private static MediaType contentType(HttpHeaders headers) {
        try {
            MediaType contentType = headers.getContentType();
            if (contentType == null
                    || (contentType.getCharset() != null && contentType.getCharset() != StandardCharsets.UTF_8)) {
                throw Refusals.contentType();
            }
            return contentType;
        } catch (InvalidMediaTypeException e) {
            throw Refusals.contentType();
        }
    }

    private static boolean isJson(String mediaType) {
        try {
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(mediaType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
