package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Who may call what, as a table, held against a running service: every route as every caller.
 *
 * <p>The table is a CSV resource. Its first line names the columns: {@code method,path}, then {@code nobody}, one for
 * each role ({@code customer}, {@code account-manager}, {@code agent}, {@code technician}, {@code inspector},
 * {@code warehouse}, {@code finance}, {@code policy-admin}, {@code vendor-ops}, {@code platform-ops}, {@code partner},
 * {@code service}), {@code other-vendor} (the first admitted role, of vendor agency) and {@code other-organisation} (a
 * customer of another company). A cell holds a status, a class such as {@code 2xx}, {@code ok} for let through (not
 * 401, 403 or 5xx: an admitted caller sends no body and may well get 400), or {@code -} for not applicable. Empty lines
 * and those that start with {@code #} are skipped.
 */
public final class AccessMatrix {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<MatrixRow> rows;

    private AccessMatrix(List<MatrixRow> rows) {
        this.rows = rows;
    }

    /**
     * Reads the table from the class path.
     *
     * @param resource as in {@code access-matrix.csv}
     * @throws IllegalArgumentException if there is no such resource, or a line is not as it should be
     */
    public static AccessMatrix read(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the table from its text. */
    static AccessMatrix parse(String csv) {
        List<List<String>> lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split(",", -1)).map(String::trim).toList())
                .toList();
        List<String> head = Stream.concat(Stream.of("method", "path"), MatrixRow.columns().stream())
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(head)) {
            throw new IllegalArgumentException("the first line must be " + String.join(",", head));
        }
        return new AccessMatrix(lines.stream()
                .skip(1)
                .map(cells -> MatrixRow.of(new Route(cells.get(0), cells.get(1)), cells.subList(2, cells.size())))
                .toList());
    }

    /**
     * The tests: one that the table and the service name the same routes, and one for each cell. They send real
     * requests in the order of the table, so a row that deletes stands last.
     *
     * @param service where it listens, as in {@code http://127.0.0.1:8081}
     * @param served the routes that it has
     * @param ids values for the placeholders of the paths: things of vendor exporter and customer nordwind that exist
     */
    public Stream<DynamicTest> tests(URI service, Set<Route> served, Map<String, String> ids) {
        HttpClient client = HttpClient.newHttpClient();
        Stream<DynamicTest> cells = rows.stream().flatMap(row -> row.cells().entrySet().stream()
                .filter(cell -> cell.getValue().applies())
                .map(cell -> DynamicTest.dynamicTest(
                        row.route() + " as " + cell.getKey() + ": "
                                + cell.getValue().cell(),
                        () -> check(client, service, row, cell.getKey(), cell.getValue(), ids))));
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("the table names every route and no other", () -> checkNames(served))),
                cells);
    }

    /**
     * Compares the routes of the table with those of the service.
     *
     * @throws AssertionError if one names a route that the other does not, or the table names one twice
     */
    public void checkNames(Set<Route> served) {
        List<Route> named = rows.stream().map(MatrixRow::route).toList();
        List<Route> missing = new ArrayList<>(served);
        missing.removeAll(named);
        List<Route> unknown = new ArrayList<>(named);
        unknown.removeAll(served);
        assertThat(missing).as("routes that the table does not name").isEmpty();
        assertThat(unknown)
                .as("routes of the table that the service does not have")
                .isEmpty();
        assertThat(named).as("routes of the table").doesNotHaveDuplicates();
        assertThat(named.stream().map(Route::method).collect(Collectors.toSet()))
                .as("methods; a handler that takes every method takes too much")
                .doesNotContain("*");
    }

    private static void check(
            HttpClient client, URI service, MatrixRow row, String column, Expected expected, Map<String, String> ids)
            throws IOException, InterruptedException {
        URI address = service.resolve(row.route().path(ids));
        HttpResponse<InputStream> answer = client.send(
                request(address, row.route().method(), row.token(column)), HttpResponse.BodyHandlers.ofInputStream());
        // Only the status counts; closing the body also ends a stream of events.
        answer.body().close();
        assertThat(expected.matches(answer.statusCode()))
                .as("%s as %s answered %d, not %s", row.route(), column, answer.statusCode(), expected.cell())
                .isTrue();
    }

    private static HttpRequest request(URI address, String method, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }
}
