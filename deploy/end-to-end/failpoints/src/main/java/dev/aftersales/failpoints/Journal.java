package dev.aftersales.failpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a fault did, appended to its file before it takes effect. Survives the process, not the machine. */
final class Journal {

    private final String fault;
    private final Path file;

    Journal(Spec spec) {
        fault = spec.fault();
        file = spec.file();
    }

    /** @param values key, value, key, value ... */
    void hit(Object... values) {
        write(Entry.What.HIT, values);
    }

    void armed(Target target) {
        write(Entry.What.ARMED, "target", target);
    }

    /** Also to the log, because it is nothing that a fault test may overlook. */
    void missing(Target target, String reason) {
        System.err.println("FAILPOINT MISSING: " + fault + " at " + target + ": " + reason);
        write(Entry.What.MISSING, "target", target, "reason", reason);
    }

    private void write(Entry.What what, Object... values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put(values[i].toString(), values[i + 1].toString());
        }
        try {
            // One write of one short line: several processes may share the file.
            Files.writeString(
                    file,
                    new Entry(what, fault, named).line(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("FAILPOINT FILE " + file + " cannot be written: " + e);
            throw new UncheckedIOException(e);
        }
    }
}
