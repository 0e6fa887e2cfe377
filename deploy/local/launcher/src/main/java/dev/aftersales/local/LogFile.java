package dev.aftersales.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of a part's log, where the reason of a failure stands. */
record LogFile(Path path) {

    private static final int TAIL_BYTES = 64 * 1024;
    private static final int LONGEST = 300;
    private static final Pattern TROUBLE = Pattern.compile("ERROR|FATAL|Exception|Error:|error:");
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s*(at |\\.\\.\\. \\d+ more)");

    /** The last line that tells of an error, else the last line, cut to what fits a sentence. */
    String lastTrouble() {
        List<String> lines = tail().lines()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).find())
                .toList();
        for (String line : lines.reversed()) {
            if (TROUBLE.matcher(line).find()) {
                return cut(line);
            }
        }
        return lines.isEmpty() ? "it wrote nothing" : cut(lines.getLast());
    }

    private static String cut(String line) {
        String stripped = words(line.strip());
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "...";
    }

    /** Services write a JSON document a line; a person wants its message, and the message of the error behind it. */
    private static String words(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JsonMapper.shared().readTree(line);
            String message = entry.path("message").asString("");
            String error = entry.path("error").path("message").asString("");
            String both = error.isEmpty() ? message : message + ": " + error;
            return both.isBlank() ? line : both.strip().replaceAll("\\s+", " ");
        } catch (JacksonException notJson) {
            return line;
        }
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
