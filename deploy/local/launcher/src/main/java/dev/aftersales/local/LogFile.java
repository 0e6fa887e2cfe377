package dev.aftersales.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

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
        String stripped = line.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST) + "...";
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
