package dev.aftersales.benchmarks.radar;

import dev.aftersales.benchmarks.floors.Floor;
import dev.aftersales.benchmarks.floors.Floors;
import dev.aftersales.benchmarks.load.Acceptances;
import dev.aftersales.benchmarks.load.CustomerDesk;
import dev.aftersales.benchmarks.load.CustomerDesk.Answered;
import dev.aftersales.benchmarks.load.CustomerDesk.Prepared;
import dev.aftersales.benchmarks.load.Inventory;
import dev.aftersales.benchmarks.load.Latencies;
import dev.aftersales.benchmarks.load.LoadResult;
import dev.aftersales.benchmarks.load.MailSink;
import dev.aftersales.benchmarks.load.OpenLoop;
import dev.aftersales.local.Ports;
import dev.aftersales.local.Suite;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One run: how many claims a second the suite carries to their last mail; then, at half of that, one group after the other
 * gets its thirtieth unit, and the alarm, the batch issue and its mails are timed from the POST.
 */
public final class RadarBenchmark {

    private static final int THRESHOLD = 30;
    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROUNDS = 3;
    private static final int RECORDS = 5_000;
    private static final double LIMIT_MILLIS = 1_000;

    private final int groups;
    private final int burst;
    private final int rounds;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Acceptances acceptances = new Acceptances();
    private final AtomicReference<Alarms> hearing = new AtomicReference<>();

    private RadarBenchmark(int groups, int burst, int rounds) {
        this.groups = groups;
        this.burst = burst;
        this.rounds = rounds;
    }

    /** A group that waits for its thirtieth unit. */
    private record Waiting(String lot, Prepared last) {}

    /** A thirtieth unit that was claimed. */
    private record Claimed(String lot, long postedAt, Answered answered) {}

    /** @param arguments {@code --short} for a smoke run whose figures say nothing */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        boolean small = List.of(arguments).contains("--short");
        Path target = Path.of(System.getProperty("aftersales.benchmarks.target", "target"))
                .toAbsolutePath();
        (small ? new RadarBenchmark(5, 20, 1) : new RadarBenchmark(200, 300, ROUNDS)).run(target.resolve("radar"));
    }

    private void run(Path data) {
        try (MailSink sink = MailSink.listening(this::hear);
                Suite.Running suite = suite(data, sink).start();
                Alarms alarms = new Alarms(suite.ports().broker())) {
            hearing.set(alarms);
            measure(suite, sink, alarms);
        }
    }

    private void hear(MailSink.Mail mail) {
        acceptances.hear(mail);
        Alarms alarms = hearing.get();
        if (alarms != null) {
            alarms.hear(mail);
        }
    }

    private static Suite suite(Path data, MailSink sink) {
        Suite suite = Suite.on(data)
                .fresh(true)
                .ports(Ports.free())
                .output(System.out)
                // Beside the platform's own mail server, which is a floor.
                .environment("notification-service", "SPRING_MAIL_HOST", "127.0.0.1")
                .environment("notification-service", "SPRING_MAIL_PORT", Integer.toString(sink.port()))
                .jvmOptions("broker", "-Xmx384m", "-XX:+UseSerialGC")
                .jvmOptions("store", "-Xmx512m", "-XX:+UseSerialGC");
        for (String service : List.of(
                "gateway", "claims-service", "diagnosis-service", "logistics-service", "notification-service")) {
            suite.jvmOptions(service, "-Xmx256m", "-XX:+UseSerialGC");
        }
        return suite;
    }

    private void measure(Suite.Running suite, MailSink sink, Alarms alarms) {
        CustomerDesk desk = CustomerDesk.at(suite, http);
        Inventory inventory = new Inventory(suite);
        List<Waiting> waiting = groups(desk, inventory);
        OpenLoop loop = new OpenLoop(desk, acceptances);
        List<Prepared> forBurst = prepared(desk, inventory, 2 * burst);

        say("Warming up with %d claims", burst);
        loop.run(forBurst.subList(0, burst), 1_000);
        say("Capacity: %d claims at once", burst);
        long from = System.nanoTime();
        LoadResult capacity = loop.run(forBurst.subList(burst, 2 * burst), 1_000);
        double carried = capacity.mails().count() / ((System.nanoTime() - from) / 1e9);
        double rate = carried / 2;
        say("  %.1f claims a second to their last mail; half of it is the load", carried);

        Floors floors = new Floors(suite, http, sink.port(), rounds, RECORDS);
        String token = CustomerDesk.login(suite.url("issuer"), "maria", http);
        floors.before(token, System.out);

        Duration span = BETWEEN.multipliedBy(groups);
        List<Prepared> load = prepared(desk, inventory, (int) Math.ceil(rate * span.toMillis() / 1000));
        say(
                "%d thirtieth units, one every %d ms, beside %d claims at %.1f/s",
                groups, BETWEEN.toMillis(), load.size(), rate);
        CompletableFuture<LoadResult> beside = CompletableFuture.supplyAsync(() -> loop.run(load, rate));
        List<Claimed> claimed = claim(desk, waiting);
        LoadResult loaded = beside.join();
        await(() -> claimed.stream().allMatch(one -> alarms.mailedAt(one.lot()) != 0));
        tell(claimed, alarms, loaded);

        floors.after(token, System.out);
        floors.all().forEach(RadarBenchmark::tell);
    }

    /** Each group has 29 units that were claimed; none of it belongs to what is measured. */
    private List<Waiting> groups(CustomerDesk desk, Inventory inventory) {
        say("%d groups of %d units", groups, THRESHOLD - 1);
        List<Waiting> waiting = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (int group = 1; group <= groups; group++) {
            String lot = String.format(Locale.ROOT, "%s%04d", Alarms.LOT, group);
            List<Inventory.Unit> units = inventory.enterLot(lot, THRESHOLD);
            String contract = units.getFirst().contract();
            List<String> serials = units.stream().map(Inventory.Unit::serial).toList();
            claims.add(accepted(desk.submit(contract, serials.subList(0, THRESHOLD - 1), desk.upload()))
                    .claim());
            waiting.add(new Waiting(lot, new Prepared(contract, serials.getLast(), desk.upload())));
        }
        await(() -> claims.stream().allMatch(claim -> acceptances.of(claim) != null));
        return waiting;
    }

    private List<Prepared> prepared(CustomerDesk desk, Inventory inventory, int count) {
        return inventory.enter(count).stream()
                .map(unit -> new Prepared(unit.contract(), unit.serial(), desk.upload()))
                .toList();
    }

    private static List<Claimed> claim(CustomerDesk desk, List<Waiting> waiting) {
        List<Claimed> claimed = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < waiting.size(); i++) {
            long due = begun + BETWEEN.toNanos() * i;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long postedAt = System.nanoTime();
            claimed.add(new Claimed(
                    waiting.get(i).lot(),
                    postedAt,
                    accepted(desk.submit(waiting.get(i).last()))));
        }
        return claimed;
    }

    private static Answered accepted(Answered answered) {
        if (answered.status() != 201) {
            throw new IllegalStateException("a claim was answered with " + answered.status());
        }
        return answered;
    }

    private static void tell(List<Claimed> claimed, Alarms alarms, LoadResult loaded) {
        say("%-58s %8s %8s %8s %8s", "ms", "p50", "p90", "p99", "max");
        latencies("POST -> 201", claimed, one -> one.answered().answeredAt() - one.postedAt());
        latencies("POST -> alarm of the radar", claimed, one -> alarms.rungAt(one.lot()) - one.postedAt());
        latencies("POST -> batch issue detected", claimed, one -> alarms.detectedAt(one.lot()) - one.postedAt());
        Latencies mails = latencies(
                "POST -> last of its mails accepted", claimed, one -> alarms.mailedAt(one.lot()) - one.postedAt());
        latencies(
                "201 -> alarm of the radar",
                claimed,
                one -> alarms.rungAt(one.lot()) - one.answered().answeredAt());
        say("p99 of the mails %s %.0f ms", mails.millisAt(99) <= LIMIT_MILLIS ? "is within" : "MISSES", LIMIT_MILLIS);
        say(
                "issues not heard %d, told more than once %d",
                claimed.stream().filter(one -> alarms.told(one.lot()) == 0).count(),
                claimed.stream().filter(one -> alarms.told(one.lot()) > 1).count());
        say(
                "beside: POST -> parts-released mail p50 %.0f, p99 %.0f; lost %d, refused %d",
                loaded.mails().millisAt(50),
                loaded.mails().millisAt(99),
                loaded.lost().size(),
                loaded.failures().size());
    }

    private static Latencies latencies(String what, List<Claimed> claimed, Function<Claimed, Long> took) {
        Latencies latencies = Latencies.of(claimed.stream().map(took).toList());
        say(
                "%-58s %8.1f %8.1f %8.1f %8.1f",
                what, latencies.millisAt(50), latencies.millisAt(90), latencies.millisAt(99), latencies.millisAt(100));
        return latencies;
    }

    private static void tell(Floor floor) {
        say(
                "floor: %-62s p50 %7.2f p99 %7.2f before, p50 %7.2f p99 %7.2f after",
                floor.name(),
                median(floor.before(), Floor.Round::p50),
                median(floor.before(), Floor.Round::p99),
                median(floor.after(), Floor.Round::p50),
                median(floor.after(), Floor.Round::p99));
    }

    private static double median(List<Floor.Round> of, ToDoubleFunction<Floor.Round> figure) {
        return Latencies.median(of.stream().map(figure::applyAsDouble).toList());
    }

    private static void await(BooleanSupplier done) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
