package dev.aftersales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aftersales.local.gateway.Gateway;
import dev.aftersales.local.seed.Seeding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** What callers may do with the processes of a suite. */
final class RunningSuite implements Suite.Running {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Platform platform;
    private final Ports ports;
    private final DataDirectory data;
    private final String store;
    private final String issuer;

    RunningSuite(Platform platform, Ports ports, DataDirectory data, String store, String issuer) {
        this.platform = platform;
        this.ports = ports;
        this.data = data;
        this.store = store;
        this.issuer = issuer;
    }

    DataDirectory data() {
        return data;
    }

    void seed(PrintStream out) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new Seeding(gateway(), new PrintStream(told, true, UTF_8)).enterWhatIsMissing();
        platform.refuseIfStopped();
        out.print(told.toString(UTF_8));
    }

    @Override
    public List<String> parts() {
        return List.copyOf(platform.processes().keySet());
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public Gateway gateway() {
        return new Gateway(url("gateway"), URI.create(issuer));
    }

    @Override
    public URI url(String part) {
        Ports own = ports.ofInstance(InstanceName.numberIn(part));
        int port =
                switch (InstanceName.serviceOf(part)) {
                    case "gateway" -> ports.gateway();
                    case "issuer" -> ports.issuer();
                    case "claims-service" -> own.claims();
                    case "diagnosis-service" -> own.diagnosis();
                    case "logistics-service" -> own.logistics();
                    case "notification-service" -> own.notifications();
                    default -> throw new IllegalArgumentException(part + " does not speak HTTP");
                };
        return URI.create("http://localhost:" + port);
    }

    @Override
    public long pid(String part) {
        return platform.processOf(part).pid();
    }

    @Override
    public Path log(String part) {
        return platform.processOf(part).log();
    }

    @Override
    public String store() {
        return store;
    }

    @Override
    public void start(String part) {
        start(part, List.of());
    }

    @Override
    public void restart(String part, String... moreOptions) {
        stop(part);
        start(part, List.of(moreOptions));
    }

    private void start(String part, List<String> moreOptions) {
        try {
            platform.processOf(part).start(moreOptions);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void stop(String part) {
        PartProcess process = platform.processOf(part);
        process.askToStop();
        try {
            process.awaitStop(GRACE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void kill(String part) {
        try {
            platform.processOf(part).kill();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void freeze(String part) {
        try {
            platform.processOf(part).freeze();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void thaw(String part) {
        try {
            platform.processOf(part).thaw();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public long residentBytes(String part) {
        OptionalLong pid = platform.processOf(part).runningPid();
        return pid.isPresent() ? Memory.residentBytes(pid.getAsLong()) : 0;
    }

    @Override
    public CompletableFuture<String> death() {
        return platform.death();
    }

    @Override
    public void close() {
        platform.close();
    }
}
