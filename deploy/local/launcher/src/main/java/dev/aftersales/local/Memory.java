package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the operating system says about a process' memory. */
final class Memory {

    private static final long KILOBYTE = 1024;

    private Memory() {}

    /** The resident set of that process in bytes; 0 when it is gone. */
    static long residentBytes(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer) * KILOBYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
