package dev.aftersales.chassis.problems;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Builds an RFC 9457 problem. Its {@code type} is {@code urn:aftersales:problem:<slug>} and is stable; title says what
 * kind of thing went wrong, detail what it was this time and what to do next.
 */
public final class Problem {

    private static final String PREFIX = "urn:aftersales:problem:";

    private final HttpStatusCode status;
    private String slug = "about";
    private @Nullable String title;
    private @Nullable String detail;
    private final Map<String, Object> more = new LinkedHashMap<>();

    private Problem(int status) {
        this.status = HttpStatusCode.valueOf(status);
    }

    /** A problem with this HTTP status. */
    public static Problem status(int status) {
        return new Problem(status);
    }

    /**
     * Nothing here under that name: for what does not exist and, with the very same words, for what the caller may not
     * know to exist.
     */
    public static Problem notFound(String what, String id) {
        return status(404)
                .type("not-found")
                .title("There is no such " + what)
                .detail("No " + what + " " + id + " is known to you.");
    }

    /** The stable type, for example {@code already-taken}. */
    public Problem type(String slug) {
        this.slug = slug;
        return this;
    }

    /** What kind of thing went wrong. */
    public Problem title(String title) {
        this.title = title;
        return this;
    }

    /** What it was this time, and what to do next. */
    public Problem detail(String detail) {
        this.detail = detail;
        return this;
    }

    /** One more member of the problem. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    /** The problem as the body of an answer. */
    public ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create(PREFIX + slug));
        if (title != null) {
            body.setTitle(title);
        }
        if (detail != null) {
            body.setDetail(detail);
        }
        more.forEach(body::setProperty);
        return body;
    }

    /** The problem, to be thrown from a handler. */
    public ProblemException exception() {
        return new ProblemException(status, body());
    }
}
