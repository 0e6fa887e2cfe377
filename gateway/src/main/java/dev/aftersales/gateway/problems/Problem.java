package dev.aftersales.gateway.problems;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An RFC 9457 problem in the words that the services use too. Its {@code type} is {@code urn:aftersales:problem:<slug>}
 * and is stable; title says what kind of thing went wrong, detail what it was this time and what to do next.
 */
public final class Problem {

    private static final String PREFIX = "urn:aftersales:problem:";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Problem(int status, String slug, String title) {
        this.status = status;
        members.put("type", PREFIX + slug);
        members.put("title", title);
        members.put("status", status);
    }

    /** A problem with this HTTP status, stable type and title. */
    public static Problem of(int status, String slug, String title) {
        return new Problem(status, slug, title);
    }

    /** What it was this time, and what to do next. */
    public Problem detail(String detail) {
        return with("detail", detail);
    }

    /** One more member of the problem. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** One header of the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The problem, to be thrown or signalled. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> body() {
        return members;
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
