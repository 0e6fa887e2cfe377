package dev.aftersales.testing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One route of a service.
 *
 * @param method the HTTP method in capitals, or {@code *} where the handler takes every method
 * @param pattern the path with its placeholders, as in <code>/api/v1/claims/{id}</code>
 */
public record Route(String method, String pattern) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*?([^}:]+)(?::[^}]*)?}");

    /**
     * The path with every placeholder replaced.
     *
     * @throws IllegalArgumentException if a placeholder has no value in {@code values}
     */
    String path(Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException(this + " needs a value for {" + matcher.group(1) + "}");
            }
            matcher.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(path).toString();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
