package dev.aftersales.benchmarks;

import dev.aftersales.benchmarks.floors.Floors;
import dev.aftersales.benchmarks.load.Acceptances;
import dev.aftersales.benchmarks.load.CustomerDesk;
import dev.aftersales.benchmarks.load.CustomerDesk.Prepared;
import dev.aftersales.benchmarks.load.Inventory;
import dev.aftersales.benchmarks.load.LoadResult;
import dev.aftersales.benchmarks.load.MailSink;
import dev.aftersales.benchmarks.load.OpenLoop;
import dev.aftersales.benchmarks.load.Schedule;
import dev.aftersales.benchmarks.traces.OneClaim;
import dev.aftersales.benchmarks.traces.StoreCommands;
import dev.aftersales.benchmarks.traces.TraceReceiver;
import dev.aftersales.benchmarks.traces.TracedClaim;
import dev.aftersales.benchmarks.usage.CpuReading;
import dev.aftersales.benchmarks.usage.CpuUse;
import dev.aftersales.benchmarks.usage.Memory;
import dev.aftersales.benchmarks.usage.Processes;
import dev.aftersales.local.Ports;
import dev.aftersales.local.StartFailure;
import dev.aftersales.local.Suite;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One run: starts the suite, warms it up, loads it, and tells its figures beside the machine's floors. */
final class Benchmark {

    private static final List<String> SERVICES =
            List.of("gateway", "claims-service", "diagnosis-service", "logistics-service", "notification-service");

    /** Heaps of the local platform; the compilers and everything else as a JVM has them by itself. */
    private static final Map<String, List<String>> JVM_OPTIONS = jvmOptions();

    private static final int UPLOADS_AT_ONCE = 4;
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final double LIMIT_MEBIBYTES = 3 * 1024;

    private final Options options;
    private final List<String> arguments;
    private final PrintStream out;
    private final Acceptances acceptances = new Acceptances();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Benchmark(Options options, List<String> arguments, PrintStream out) {
        this.options = options;
        this.arguments = arguments;
        this.out = out;
    }

    /** @param arguments see {@link Options#USAGE} */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        Path target = Path.of(System.getProperty("aftersales.benchmarks.target", "target"))
                .toAbsolutePath();
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(List.of(arguments), target);
            Figures figures = new Benchmark(options, List.of(arguments), System.out).run();
            new Table(System.out).print(figures);
            Path file = target.resolve("figures.json");
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(file.toFile(), figures);
            System.out.println();
            System.out.println("The same as JSON: " + file);
        } catch (IllegalArgumentException | StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private Figures run() {
        String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double loadAtStart = loadAverage();
        try (MailSink sink = MailSink.listening(acceptances::hear);
                TraceReceiver receiver = TraceReceiver.listening()) {
            out.println("Starting the suite on " + options.data());
            try (Suite.Running suite = suite(sink, receiver).start()) {
                return measured(suite, sink, receiver, startedAt, loadAtStart);
            }
        }
    }

    private Suite suite(MailSink sink, TraceReceiver receiver) {
        Suite suite = Suite.on(options.data()).fresh(true).ports(Ports.free()).output(out);
        JVM_OPTIONS.forEach((part, chosen) -> suite.jvmOptions(part, chosen.toArray(String[]::new)));
        suite.environment("notification-service", "SPRING_MAIL_HOST", "127.0.0.1")
                .environment("notification-service", "SPRING_MAIL_PORT", Integer.toString(sink.port()));
        for (String service : SERVICES) {
            suite.environment(service, "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", receiver.endpoint())
                    // The drivers' counters are read there, whatever else a service exposes.
                    .environment(service, "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus");
        }
        return suite;
    }

    private Figures measured(
            Suite.Running suite, MailSink sink, TraceReceiver receiver, String startedAt, double loadAtStart) {
        Processes processes = new Processes(suite);
        CustomerDesk desk = CustomerDesk.at(suite, http);
        String token = CustomerDesk.login(suite.url("issuer"), "maria", http);
        TracedClaim traced = new TracedClaim(suite, http, receiver, acceptances);
        // Whatever cannot be counted is to fail now, not after minutes of load.
        traced.commands();
        int warmUps = Schedule.countIn(options.warmUp(), options.warmUpRate());
        int counted = Schedule.countIn(options.measure(), options.rate());
        List<Prepared> claims = prepared(suite, desk, warmUps + counted + 1);

        out.printf("Warming up with %d claims%n", warmUps);
        OpenLoop loop = new OpenLoop(desk, acceptances);
        LoadResult warmUp = loop.run(claims.subList(0, warmUps), options.warmUpRate());
        out.println("  lost " + warmUp.lost().size() + ", refused "
                + warmUp.failures().size() + ", p50 "
                + Math.round(warmUp.mails().millisAt(50)) + " ms");

        Floors floors = new Floors(suite, http, sink.port(), options.rounds(), options.records());
        floors.before(token, out);

        park(SETTLE);
        StoreCommands idleFrom = traced.commands();
        CpuUse idle = idle(processes);
        StoreCommands idleCommands = traced.commands().since(idleFrom);

        out.printf("Measuring with %d claims%n", counted);
        StoreCommands commandsFrom = traced.commands();
        CpuReading from = processes.cpu();
        LoadResult result = loop.run(claims.subList(warmUps, warmUps + counted), options.rate());
        CpuUse use = processes.cpu().since(from);
        StoreCommands commands = traced.commands().since(commandsFrom);
        double loadAtEnd = loadAverage();
        Map<String, Memory> memory = processes.memory();

        out.println("Tracing one claim");
        OneClaim one = traced.send(desk, claims.getLast());
        floors.after(token, out);

        return new Figures(
                new Figures.Conditions(
                        startedAt,
                        arguments,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        suite.store(),
                        JVM_OPTIONS,
                        use.processorsOfOthers(),
                        List.of(loadAtStart, loadAtEnd)),
                load(result),
                floors.all(),
                one,
                new Figures.Processor(
                        use.grossPerClaim(counted),
                        use.netPerClaim(counted, idle),
                        idle.totalMillis() / idle.seconds(),
                        use.perClaim(counted, idle),
                        (double) use.benchmark() / counted,
                        commands.without(idleCommands, use.seconds() / idle.seconds())
                                        .writes()
                                        .total()
                                / counted),
                memory(memory));
    }

    private Figures.Load load(LoadResult result) {
        return new Figures.Load(
                options.rate(),
                options.warmUp().toSeconds(),
                options.warmUpRate(),
                result.due(),
                result.mails().count(),
                result.lost(),
                result.failures(),
                result.mails().above(options.lateAfterMillis()),
                options.lateAfterMillis(),
                result.mails().summary(),
                result.posts().summary(),
                result.slips().summary());
    }

    private static Figures.Memory memory(Map<String, Memory> memory) {
        Map<String, Double> byPart = new LinkedHashMap<>();
        memory.forEach((part, size) -> byPart.put(part, size.resident() / MEBIBYTE));
        return new Figures.Memory(
                LIMIT_MEBIBYTES,
                Processes.total(memory, Memory::resident) / MEBIBYTE,
                Processes.total(memory, Memory::proportional) / MEBIBYTE,
                byPart);
    }

    /** Units, parts and evidence, all before the first claim: none of it belongs to what is measured. */
    private List<Prepared> prepared(Suite.Running suite, CustomerDesk desk, int count) {
        out.printf("Entering %d units and their evidence%n", count);
        List<Inventory.Unit> units = new Inventory(suite).enter(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE)) {
            List<Future<Prepared>> uploads = IntStream.range(0, count)
                    .mapToObj(units::get)
                    .map(unit -> threads.submit(() -> new Prepared(unit.contract(), unit.serial(), desk.upload())))
                    .toList();
            return uploads.stream().map(Benchmark::done).toList();
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CpuUse idle(Processes processes) {
        CpuReading from = processes.cpu();
        park(options.idle());
        return processes.cpu().since(from);
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void park(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Map<String, List<String>> jvmOptions() {
        Map<String, List<String>> byPart = new LinkedHashMap<>();
        for (String service : SERVICES) {
            byPart.put(service, List.of("-Xmx256m", "-XX:+UseSerialGC"));
        }
        byPart.put("issuer", List.of("-Xmx128m", "-XX:+UseSerialGC"));
        byPart.put("broker", List.of("-Xmx384m", "-XX:+UseSerialGC"));
        byPart.put("store", List.of("-Xmx320m", "-XX:+UseSerialGC"));
        byPart.put("mail", List.of("-Xmx96m", "-XX:+UseSerialGC"));
        return byPart;
    }
}
