package dev.aftersales.benchmarks.deadlines;

import dev.aftersales.benchmarks.load.CustomerDesk;
import dev.aftersales.benchmarks.load.Latencies;
import dev.aftersales.benchmarks.load.MailSink;
import dev.aftersales.benchmarks.traces.StoreCommands;
import dev.aftersales.benchmarks.usage.CpuReading;
import dev.aftersales.benchmarks.usage.CpuUse;
import dev.aftersales.benchmarks.usage.Processes;
import dev.aftersales.local.Ports;
import dev.aftersales.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run: what pending deadlines cost while nothing is due, then a few that fall due with their mails, then very many
 * within a minute.
 */
public final class DeadlinesBenchmark {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration FAR = Duration.ofDays(20);
    private static final double MEBIBYTE = 1024.0 * 1024;

    private final long pending;
    private final long dueInAMinute;
    private final long mailed;

    private DeadlinesBenchmark(long pending, long dueInAMinute, long mailed) {
        this.pending = pending;
        this.dueInAMinute = dueInAMinute;
        this.mailed = mailed;
    }

    /** @param arguments {@code --short} for a smoke run whose figures say nothing */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        boolean small = List.of(arguments).contains("--short");
        Path target = Path.of(System.getProperty("aftersales.benchmarks.target", "target"))
                .toAbsolutePath();
        (small ? new DeadlinesBenchmark(2_000, 1_000, 60) : new DeadlinesBenchmark(1_000_000, 100_000, 600))
                .run(target.resolve("deadlines"));
    }

    private void run(Path data) {
        Queue<MailSink.Mail> mails = new ConcurrentLinkedQueue<>();
        try (MailSink sink = MailSink.listening(mails::add);
                Suite.Running suite = suite(data, sink).start()) {
            measure(suite, mails);
        }
    }

    private static Suite suite(Path data, MailSink sink) {
        return Suite.on(data)
                .fresh(true)
                .ports(Ports.free())
                .output(System.out)
                .mailServer("127.0.0.1", sink.port())
                // The embedded store keeps its indexes in memory.
                .jvmOptions("store", "-Xmx13g", "-XX:+UseSerialGC")
                .jvmOptions("claims-service", "-Xmx256m", "-XX:+UseSerialGC")
                .jvmOptions("notification-service", "-Xmx256m", "-XX:+UseSerialGC")
                .environment("claims-service", "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus");
    }

    private void measure(Suite.Running suite, Queue<MailSink.Mail> mails) {
        String template = claimed(suite);
        pass(Duration.ofSeconds(5));
        try (PendingClaims claims = new PendingClaims(suite.ports().store(), template);
                Breaches breaches = new Breaches(suite.ports().broker())) {
            say("claims-service beside no pending deadline, for a minute");
            idle(suite);
            Instant begun = Instant.now();
            claims.put(
                    pending,
                    i -> begun.truncatedTo(ChronoUnit.SECONDS).plus(FAR).plusSeconds(i % 86_400));
            say("%,d pending deadlines (put there in %d s), for a minute", pending, secondsSince(begun));
            idle(suite);

            Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(15);
            claims.put(mailed, i -> first.plusSeconds(i % 60));
            await(breaches, mailed);
            pass(Duration.ofSeconds(10));
            say("%,d of them due within a minute", mailed);
            lateness(breaches, first);
            mails(breaches, mails);

            breaches.forget();
            Instant rush = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20 + dueInAMinute / 500);
            claims.put(dueInAMinute, i -> rush.plusSeconds(i * MINUTE.toSeconds() / dueInAMinute));
            say("%,d due within a minute (put there %d s before the first)", dueInAMinute, -secondsSince(rush));
            CpuReading from = new Processes(suite).cpu();
            await(breaches, dueInAMinute);
            lateness(breaches, rush);
            processor(new Processes(suite).cpu().since(from));
        }
    }

    /** A fault under policy E that waits for a technician, and whose acknowledgment was sent. */
    private static String claimed(Suite.Running suite) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(suite.url("gateway").resolve("/api/v1/claims"))
                .header("Authorization", "Bearer " + CustomerDesk.login(suite.url("issuer"), "paul", http))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"model": "EC-400", "serials": ["EC400-0001"], "faultCode": "X-1",
                         "description": "It does not start"}"""))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("no claim to begin with: " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body()).get("id").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void idle(Suite.Running suite) {
        HttpClient http = HttpClient.newHttpClient();
        Map<String, URI> service = Map.of("claims-service", suite.url("claims-service"));
        Processes processes = new Processes(suite);
        StoreCommands commandsFrom = StoreCommands.read(http, service);
        CpuReading from = processes.cpu();
        pass(MINUTE);
        CpuUse use = processes.cpu().since(from);
        StoreCommands commands = StoreCommands.read(http, service).since(commandsFrom);
        processor(use);
        commands.counts().forEach((command, count) -> {
            if (count > 0.5) {
                say("  %-55s %7.1f a minute", command, count);
            }
        });
        processes.memory().forEach((part, memory) -> {
            if (part.equals("claims-service") || part.equals("store")) {
                say("  %-21s %7.0f MiB resident", part, memory.resident() / MEBIBYTE);
            }
        });
    }

    private static void processor(CpuUse use) {
        use.millis().forEach((part, millis) -> {
            if (part.equals("claims-service") || part.equals("store") || part.equals("broker")) {
                say("  %-21s %7.1f ms of processor time a second", part, millis / use.seconds());
            }
        });
        say("  strangers kept %.2f processors busy", use.processorsOfOthers());
    }

    private static void lateness(Breaches breaches, Instant first) {
        List<Breaches.Told> told = breaches.soFar();
        Latencies late =
                Latencies.of(told.stream().map(one -> one.late().toNanos()).toList());
        Instant last =
                told.stream().map(Breaches.Told::at).max(Instant::compareTo).orElse(first);
        double seconds = Math.max(1, Duration.between(first, last).toMillis() / 1000.0);
        say(
                "  %,d told in %.1f s: %.0f a second, %.0f arrived; on the topic after p50 %.0f ms, p99 %.0f ms, max %.0f ms",
                told.size(),
                seconds,
                told.size() / seconds,
                told.size() / (double) MINUTE.toSeconds(),
                late.millisAt(50),
                late.millisAt(99),
                late.millisAt(100));
    }

    private static void mails(Breaches breaches, Queue<MailSink.Mail> mails) {
        List<Long> took = mails.stream()
                .filter(mail -> mail.subject().startsWith("Overdue"))
                .filter(mail -> breaches.heardAt(claimOf(mail)) > 0)
                .map(mail -> Math.max(0, mail.acceptedAt() - breaches.heardAt(claimOf(mail))))
                .toList();
        Latencies latencies = Latencies.of(took);
        say(
                "  %,d mails accepted after p50 %.0f ms, p99 %.0f ms (from the event on the topic as heard here)",
                latencies.count(), latencies.millisAt(50), latencies.millisAt(99));
    }

    /** Letters of one claim refer to it by {@code <claim@...>}. */
    private static String claimOf(MailSink.Mail mail) {
        int at = mail.references().indexOf('@');
        return at < 1 ? "" : mail.references().substring(1, at);
    }

    private static void await(Breaches breaches, long count) {
        Instant until = Instant.now().plus(PATIENCE);
        while (breaches.count() < count && Instant.now().isBefore(until)) {
            pass(Duration.ofMillis(100));
        }
        if (breaches.count() < count) {
            say("  MISS: only %,d of %,d were told within %d minutes", breaches.count(), count, PATIENCE.toMinutes());
        }
    }

    private static void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static long secondsSince(Instant begun) {
        return Duration.between(begun, Instant.now()).toSeconds();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
