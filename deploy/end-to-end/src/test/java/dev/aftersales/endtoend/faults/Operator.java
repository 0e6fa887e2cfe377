package dev.aftersales.endtoend.faults;

import static org.awaitility.Awaitility.await;

import dev.aftersales.local.Suite;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Olga, who looks after dead letters over the gateway. */
final class Operator implements AutoCloseable {

    private static final String OLGA = "olga";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What the suite answers where a request may be repeated. */
    private static final Set<Integer> REPEAT = Set.of(503, 504);

    private static final List<String> SERVICES = List.of("claims", "diagnosis", "logistics", "notifications");

    private final Gateway gateway;

    Operator(Suite.Running suite) {
        gateway = new Gateway(suite.url("gateway"), suite.url("issuer"));
    }

    Gateway gateway() {
        return gateway;
    }

    /** Every letter of that status, page by page. */
    List<JsonNode> letters(String service, String status, String filter) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(path(service) + "?limit=200&status=" + status + filter + cursor);
            page.get("items").forEach(found::add);
            cursor = page.path("next").asString("");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return found;
    }

    JsonNode summary(String service) {
        return read(path(service) + "/summary");
    }

    JsonNode letter(String service, String id) {
        return read(path(service) + "/" + id);
    }

    Answer redrive(String service, String id, String reason) {
        return gateway.post(OLGA, path(service) + "/" + id + "/redrive", Map.of("reason", reason));
    }

    JsonNode skip(String service, String id, String reason) {
        return succeeded(gateway.post(OLGA, path(service) + "/" + id + "/skip", Map.of("reason", reason)));
    }

    /** What a redrive of all letters of that aggregate would do. */
    JsonNode rehearse(String service, String key) {
        return succeeded(gateway.post(
                OLGA,
                path(service) + "/redrives",
                Map.of("filter", Map.of("key", key), "reason", "what would happen", "dryRun", true)));
    }

    /** Gives up everything that is dead in a service, topic by topic; answers how many letters that were. */
    int skipEverything(String service, String reason) {
        Map<String, Integer> open = new HashMap<>();
        letters(service, "DEAD", "")
                .forEach(letter -> open.merge(letter.get("topic").asString(), 1, Integer::sum));
        int skipped = 0;
        for (String topic : open.keySet()) {
            JsonNode done;
            do {
                done = succeeded(gateway.post(
                        OLGA,
                        path(service) + "/skips",
                        Map.of("filter", Map.of("topic", topic), "reason", reason, "limit", 200)));
                skipped += done.get("items").size();
            } while (done.get("more").asBoolean());
        }
        return skipped;
    }

    /** Leaves no letter open, also after a run that failed: others share the suite. */
    @Override
    public void close() {
        SERVICES.forEach(service -> skipEverything(service, "the run is over"));
    }

    private static String path(String service) {
        return "/ops/v1/" + service + "/dead-letters";
    }

    /** Asks again where the suite says so: it is busy with what a run does to it. */
    private JsonNode read(String path) {
        return succeeded(await().atMost(PATIENCE)
                .until(() -> gateway.get(OLGA, path), answer -> !REPEAT.contains(answer.status())));
    }

    private static JsonNode succeeded(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("the gateway answered " + answer);
        }
        return answer.body();
    }
}
