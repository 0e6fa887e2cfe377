package dev.aftersales.chassis.deadletters;

import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.chassis.store.Outages;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/**
 * What went wrong and where. Words are taken from our own code only: those of a parser, a mail library or a driver quote
 * what they were given, and a reason travels in logs and headers.
 */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    static String of(Throwable failure) {
        String reason = Outages.causedBy(failure, UnreadableEvent.class) ? unreadable(failure) : failed(failure);
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    }

    private static String unreadable(Throwable failure) {
        Throwable root = rootOf(failure);
        if (root instanceof UnreadableEvent ours) {
            return String.valueOf(ours.getMessage());
        }
        JacksonException json = jsonOf(failure);
        if (json == null) {
            return "the envelope is not readable (" + root.getClass().getSimpleName() + ")";
        }
        if (!(json instanceof DatabindException)) {
            TokenStreamLocation place = json.getLocation();
            return "the data is not readable JSON"
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")");
        }
        String path = pathOf(json);
        if (root instanceof NullPointerException) {
            return "a required property is missing" + (path.isEmpty() ? "" : " in " + path);
        }
        if (!(root instanceof JacksonException) && isThrownByUs(root)) {
            return "an illegal value" + (path.isEmpty() ? "" : " in " + path) + ": " + root.getMessage();
        }
        return path.isEmpty()
                ? "the data is not of the right kind"
                : "the value of " + path + " is not of the right kind";
    }

    private static String failed(Throwable failure) {
        Throwable root = rootOf(failure);
        String kind = root.getClass().getSimpleName();
        if (root instanceof JacksonException json) {
            return kind + " at " + pathOf(json);
        }
        if (isThrownByUs(root)) {
            return kind + ": " + root.getMessage();
        }
        return Arrays.stream(root.getStackTrace())
                .filter(Reason::isOurs)
                .findFirst()
                .map(frame -> kind + " in " + frame.getClassName() + "." + frame.getMethodName())
                .orElse(kind);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** The outermost, which knows the whole path; the parser's own where it gave up. */
    private static @Nullable JacksonException jsonOf(Throwable failure) {
        JacksonException outermost = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                if (!(json instanceof DatabindException)) {
                    return json;
                }
                outermost = outermost == null ? json : outermost;
            }
        }
        return outermost;
    }

    private static String pathOf(JacksonException json) {
        return json.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static boolean isThrownByUs(Throwable root) {
        StackTraceElement[] trace = root.getStackTrace();
        return trace.length > 0 && isOurs(trace[0]);
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().startsWith("dev.aftersales.");
    }
}
