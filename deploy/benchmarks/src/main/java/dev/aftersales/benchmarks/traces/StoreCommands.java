package dev.aftersales.benchmarks.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that the services have sent to the store, as their drivers count them.
 *
 * @param counts by "service command collection"
 */
public record StoreCommands(Map<String, Double> counts) {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
    private static final Pattern SAMPLE = Pattern.compile("^mongodb_driver_commands_seconds_count\\{(.*)} (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Reads the counters of these services. */
    public static StoreCommands read(HttpClient http, Map<String, URI> services) {
        Map<String, Double> counts = new TreeMap<>();
        services.forEach((service, address) -> add(service, scrape(http, address), counts));
        return new StoreCommands(counts);
    }

    static void add(String service, String exposition, Map<String, Double> counts) {
        exposition.lines().map(SAMPLE::matcher).filter(Matcher::matches).forEach(sample -> {
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(sample.group(1));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            String key =
                    service + " " + labels.getOrDefault("command", "?") + " " + labels.getOrDefault("collection", "?");
            counts.merge(key, Double.parseDouble(sample.group(2)), Double::sum);
        });
    }

    /** What came to it since an earlier reading. */
    public StoreCommands since(StoreCommands earlier) {
        return minus(earlier, 1);
    }

    /** Without what an idle suite sends in a time so many times as long. */
    public StoreCommands without(StoreCommands idle, double times) {
        return minus(idle, times);
    }

    private StoreCommands minus(StoreCommands other, double times) {
        Map<String, Double> less = new TreeMap<>();
        counts.forEach((key, count) -> less.put(key, count - times * other.counts.getOrDefault(key, 0.0)));
        return new StoreCommands(less);
    }

    /** Only those that change something. */
    public StoreCommands writes() {
        Map<String, Double> writes = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (WRITES.contains(List.of(key.split(" ")).get(1))) {
                writes.put(key, count);
            }
        });
        return new StoreCommands(writes);
    }

    public double total() {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String scrape(HttpClient http, URI service) {
        URI metrics = service.resolve("/actuator/prometheus");
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(metrics + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
