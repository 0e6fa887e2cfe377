package dev.aftersales.claims.versions;

import dev.aftersales.chassis.problems.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pack as it is sent: YAML, or JSON with the YAML in {@code yaml}. No more is read than a pack may have. */
final class PackBody {

    /** JSON escapes what YAML does not. */
    private static final int MOST_JSON = 2 * Drafting.MOST_BYTES;

    private PackBody() {}

    /**
     * The YAML.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 413 when it is too large, 400 when it cannot be read
     */
    static String read(InputStream body, @Nullable String contentType) throws IOException {
        boolean json = contentType != null && contentType.startsWith("application/json");
        int most = json ? MOST_JSON : Drafting.MOST_BYTES;
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge();
        }
        String yaml = json ? yamlOf(bytes) : text(bytes);
        if (yaml.getBytes(StandardCharsets.UTF_8).length > Drafting.MOST_BYTES) {
            throw tooLarge();
        }
        return yaml;
    }

    private static String yamlOf(byte[] bytes) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw unreadable("The body is no JSON.");
        }
        if (!node.path("yaml").isString()) {
            throw unreadable("The JSON has no text in yaml.");
        }
        return node.get("yaml").asString();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable("The body is no UTF-8.");
        }
    }

    private static RuntimeException unreadable(String why) {
        return Problem.status(400)
                .type("unreadable-body")
                .title("The body cannot be read")
                .detail(why + " Send the pack as application/yaml, or as JSON with the YAML in yaml.")
                .exception();
    }

    private static RuntimeException tooLarge() {
        return Problem.status(413)
                .type("pack-too-large")
                .title("The pack is too large")
                .detail("A pack has at most " + Drafting.MOST_BYTES / 1024 + " KiB. Nothing of it was read further.")
                .exception();
    }
}
