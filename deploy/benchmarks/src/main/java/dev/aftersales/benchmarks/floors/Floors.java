package dev.aftersales.benchmarks.floors;

import dev.aftersales.local.Suite;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Function;

/** All floors of one run, measured against the parts that carry the load. */
public final class Floors {

    private final Floor hop = Floor.named("Kafka, one record end to end, acks=all (Kafka's tool)");
    private final Floor write = Floor.named("store, one 4 KB insert, w:majority j:true");
    private final Floor routed = Floor.named("GET /api/v1/policies through the gateway");
    private final Floor direct = Floor.named("the same at the service");
    private final Floor kept = Floor.named("SMTP, one mail on a kept connection (sink)");
    private final Floor fresh = Floor.named("SMTP, one mail on a new connection (sink)");
    private final Floor platform = Floor.named("SMTP, one mail on a kept connection (platform's mail server)");

    private final Suite.Running suite;
    private final HttpClient http;
    private final int sinkPort;
    private final int rounds;
    private final int records;

    /** @param records that Kafka's tool sends in a round */
    public Floors(Suite.Running suite, HttpClient http, int sinkPort, int rounds, int records) {
        this.suite = suite;
        this.http = http;
        this.sinkPort = sinkPort;
        this.rounds = rounds;
        this.records = records;
    }

    /** The rounds before the load. */
    public void before(String token, PrintStream out) {
        measure(token, Floor::before, out);
    }

    /** The rounds after the load. */
    public void after(String token, PrintStream out) {
        measure(token, Floor::after, out);
    }

    public List<Floor> all() {
        return List.of(hop, write, routed, direct, kept, fresh, platform);
    }

    private void measure(String token, Function<Floor, List<Floor.Round>> side, PrintStream out) {
        BrokerFloor broker = new BrokerFloor(suite.ports().broker(), records);
        RouteFloor gateway = new RouteFloor(http, suite.url("gateway"), token);
        RouteFloor service = new RouteFloor(http, suite.url("claims-service"), token);
        MailFloor sink = new MailFloor(sinkPort);
        MailFloor server = new MailFloor(suite.ports().smtp());
        try (StoreFloor store = new StoreFloor(storeUri())) {
            for (int round = 1; round <= rounds; round++) {
                out.println("  floors, round " + round + " of " + rounds);
                side.apply(hop).add(broker.round());
                side.apply(write).add(store.round());
                side.apply(routed).add(gateway.round());
                side.apply(direct).add(service.round());
                side.apply(kept).add(sink.onKeptConnection());
                side.apply(fresh).add(sink.onNewConnection());
                side.apply(platform).add(server.onKeptConnection());
            }
        }
    }

    /** Where the suite itself looks for a store (as deploy/up does). */
    private String storeUri() {
        return System.getenv()
                .getOrDefault(
                        "SPRING_MONGODB_URI",
                        "mongodb://127.0.0.1:" + suite.ports().store());
    }
}
