package dev.aftersales.endtoend.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What callers tried: each attempt stands in a file before it is sent, and its outcome afterwards. So whatever is found
 * in the suite later was tried, and whatever was answered must be found.
 */
public final class Ledger implements AutoCloseable {

    private static final String SENT = ">";
    private static final String ANSWERED = "<";

    private final Path file;
    private final Writer writer;
    private final Clock clock = Clock.systemUTC();
    private long attempts;

    private Ledger(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Opens a new ledger in that file. */
    public static Ledger in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Ledger(
                    file,
                    Files.newBufferedWriter(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what is about to be sent, and answers its number. */
    public synchronized long sending(String what, String key, String serial) {
        long number = attempts++;
        write(SENT, number, clock.instant(), what, key, serial);
        return number;
    }

    /** Writes down how an attempt ended. */
    public synchronized void answered(long number, int status, boolean retryAfter, Outcome outcome) {
        String[] told =
                switch (outcome) {
                    case Outcome.Accepted accepted -> new String[] {"accepted", accepted.id()};
                    case Outcome.Refused refused -> new String[] {"refused", String.valueOf(refused.status())};
                    case Outcome.Unknown unknown -> new String[] {"unknown", unknown.reason()};
                };
        write(ANSWERED, number, clock.instant(), status, retryAfter, told[0], told[1]);
    }

    private void write(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(field.toString().replaceAll("[\t\r\n]", " "));
        }
        try {
            writer.write(line.append('\n').toString());
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every attempt, in the order in which they were sent. */
    public synchronized List<Attempt> attempts() {
        Map<Long, Attempt> found = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] field = line.split("\t", -1);
                long number = Long.parseLong(field[1]);
                Instant at = Instant.parse(field[2]);
                if (field[0].equals(SENT)) {
                    found.put(number, new Attempt(field[3], field[4], field[5], at, Duration.ZERO, 0, false, null));
                } else {
                    Attempt sent = found.get(number);
                    found.put(
                            number,
                            new Attempt(
                                    sent.what(),
                                    sent.key(),
                                    sent.serial(),
                                    sent.begun(),
                                    Duration.between(sent.begun(), at),
                                    Integer.parseInt(field[3]),
                                    Boolean.parseBoolean(field[4]),
                                    outcome(field[5], field[6])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found.values());
    }

    /** The claims that were tried, by serial number. */
    public Map<String, Tried> claims() {
        Map<String, List<Attempt>> bySerial = new LinkedHashMap<>();
        for (Attempt attempt : attempts()) {
            if (attempt.what().equals("claim")) {
                bySerial.computeIfAbsent(attempt.serial(), any -> new ArrayList<>())
                        .add(attempt);
            }
        }
        Map<String, Tried> tried = new LinkedHashMap<>();
        bySerial.forEach((serial, attempts) -> tried.put(serial, new Tried(serial, attempts)));
        return tried;
    }

    private static Outcome outcome(String kind, String detail) {
        return switch (kind) {
            case "accepted" -> new Outcome.Accepted(detail);
            case "refused" -> new Outcome.Refused(Integer.parseInt(detail));
            default -> new Outcome.Unknown(detail);
        };
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
