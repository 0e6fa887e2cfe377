package dev.aftersales.testing;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What a service answered. */
@SuppressWarnings("ArrayRecordComponent") // Read only; tests compare what is in it, never two answers.
public record Answer(int status, HttpHeaders headers, byte[] body) {

    /** The first header of that name, or empty. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What stands at a JSON path of the body, as in {@code $.items[0].id}.
     *
     * @throws com.jayway.jsonpath.PathNotFoundException if nothing stands there
     */
    public <T> T at(String jsonPath) {
        return JsonPath.read(text(), jsonPath);
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
