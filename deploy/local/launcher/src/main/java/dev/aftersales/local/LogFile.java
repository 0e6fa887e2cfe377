package dev.aftersales.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of a part's log, where the reason of a failure stands. */
record LogFile(Path path) {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int LONGEST = 300;
    private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|Exception|Error:|error:");
    private static final Set<String> TROUBLE_LEVELS = Set.of("ERROR", "FATAL");
    private static final Pattern ANALYSIS = Pattern.compile(
            "APPLICATION FAILED TO START\\s+\\*+\\s+Description:\\s+(.+?)\\s*(?:\\RAction:|\\z)", Pattern.DOTALL);
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s*(at |\\.\\.\\. \\d+ more)");

    /**
     * What the last line that tells of an error says, cut to what fits a sentence. Other lines are never a reason, however
     * late they stand.
     */
    Optional<String> lastTrouble() {
        String tail = tail();
        return analysis(tail)
                .or(() -> tail.lines().toList().reversed().stream()
                        .filter(line -> !STACK_FRAME.matcher(line).find())
                        .flatMap(line -> trouble(line.strip()).stream())
                        .findFirst())
                .map(LogFile::cut);
    }

    private static String cut(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** The description in the banner of many lines with which Spring Boot gives up. */
    private static Optional<String> analysis(String text) {
        return ANALYSIS.matcher(text).results().map(found -> found.group(1)).reduce((earlier, later) -> later);
    }

    private static Optional<String> trouble(String line) {
        if (line.startsWith("{")) {
            try {
                return trouble(JsonMapper.shared().readTree(line));
            } catch (JacksonException notJson) {
                // A line that only begins like JSON is read as words.
            }
        }
        return TROUBLE.matcher(line).find() ? Optional.of(line) : Optional.empty();
    }

    /** Services write a JSON document a line; a person wants its message, and the message of the error behind it. */
    private static Optional<String> trouble(JsonNode entry) {
        if (!TROUBLE_LEVELS.contains(entry.path("log").path("level").asString(""))) {
            return Optional.empty();
        }
        String message = entry.path("message").asString("");
        String error = entry.path("error").path("message").asString("");
        String both = error.isEmpty() ? message : message + ": " + error;
        return analysis(message).or(() -> Optional.of(both).filter(words -> !words.isBlank()));
    }

    private String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
