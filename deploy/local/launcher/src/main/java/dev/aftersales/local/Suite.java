package dev.aftersales.local;

import dev.aftersales.local.gateway.Gateway;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The whole suite on one machine, as its caller wishes it: built, started, and then told what to do. */
public final class Suite {

    private final Path directory;
    private Ports ports = Ports.standard();
    private boolean fresh;
    private boolean seed = true;
    private boolean partners;
    private boolean services = true;
    private boolean supervised;
    private boolean simulation;
    private int instances = 1;
    private PrintStream out = new PrintStream(PrintStream.nullOutputStream());
    private final Map<String, List<String>> jvmOptions = new HashMap<>();
    private final Map<String, Map<String, String>> variables = new HashMap<>();
    private final Map<String, List<String>> moreOptions = new HashMap<>();
    private final Map<String, Path> kept = new HashMap<>();
    private final Map<String, Integer> instancesOf = new HashMap<>();
    private final Outside outside = new Outside(System.getenv());
    private Optional<Wishes.MailServerAddress> mailServer =
            outside.mailHost().map(host -> new Wishes.MailServerAddress(host, outside.mailPort()));

    private Suite(Path directory) {
        this.directory = directory;
    }

    /** A suite that keeps its data in that directory, which must be empty, new, or a suite's already. */
    public static Suite on(Path directory) {
        return new Suite(directory);
    }

    /** Where the parts listen; the standard ports unless told. */
    public Suite ports(Ports chosen) {
        ports = chosen;
        return this;
    }

    /** Deletes what earlier runs left in the directory, before the start. */
    public Suite fresh(boolean wanted) {
        fresh = wanted;
        return this;
    }

    /** Whether simulated partners confirm, scan and deliver shipments. */
    public Suite partners(boolean wanted) {
        partners = wanted;
        return this;
    }

    /** Whether contracts, stock and fault catalogue are entered where they are missing; they are unless told. */
    public Suite seed(boolean wanted) {
        seed = wanted;
        return this;
    }

    /** Whether gateway and services run; without them only broker, store, mail server and issuer do. */
    public Suite services(boolean wanted) {
        services = wanted;
        return this;
    }

    /** Whether business time can be moved forward; it cannot unless told. */
    public Suite simulation(boolean wanted) {
        simulation = wanted;
        return this;
    }

    /**
     * Runs that many instances of one service, whatever is said of each.
     *
     * @throws IllegalArgumentException if it is not one to four
     */
    public Suite instances(String service, int number) {
        instancesOf.put(service, checked(number));
        return this;
    }

    /**
     * Runs that many instances of each service, though of the gateway only one: {@code claims-service},
     * {@code claims-service-2} and so on, on the ports that {@link Ports#ofInstance} tells. Options and variables of
     * {@code claims-service} hold for all of its instances, those of {@code claims-service-2} for that one only.
     *
     * @throws IllegalArgumentException if it is not one to four
     */
    public Suite instances(int number) {
        instances = checked(number);
        return this;
    }

    private static int checked(int number) {
        if (number < 1 || number > Ports.MOST_INSTANCES) {
            throw new IllegalArgumentException("not 1 to " + Ports.MOST_INSTANCES + " instances: " + number);
        }
        return number;
    }

    /** Replaces heap and compiler options of one part, for example {@code -Xmx1g} for a measurement. */
    public Suite jvmOptions(String part, String... options) {
        jvmOptions.put(part, List.of(options));
        return this;
    }

    /**
     * Further JVM options of one part, behind its usual ones, for example {@code -javaagent:...}.
     *
     * <p>A part that runs on no JVM, such as a {@code mongod}, lets the start fail.
     */
    public Suite moreOptions(String part, String... options) {
        moreOptions.computeIfAbsent(part, any -> new ArrayList<>()).addAll(List.of(options));
        return this;
    }

    /**
     * Where {@code broker} or {@code store} keeps its data, instead of the suite's own directory; {@link #fresh} deletes
     * nothing there.
     *
     * @throws IllegalArgumentException for any other part
     */
    public Suite keeping(String part, Path elsewhere) {
        if (!part.equals("broker") && !part.equals("store")) {
            throw new IllegalArgumentException(part + " keeps nothing elsewhere: only broker and store do");
        }
        kept.put(part, elsewhere.toAbsolutePath());
        return this;
    }

    /** Mail goes to that server, and the suite runs none of its own. */
    public Suite mailServer(String host, int port) {
        mailServer = Optional.of(new Wishes.MailServerAddress(host, String.valueOf(port)));
        return this;
    }

    /**
     * Whether a part that ends unasked is brought back, again and again ever more slowly, instead of being the suite's
     * {@linkplain Running#death() death}; it is not unless told. A part that cannot start with the suite is a failure in
     * any case.
     */
    public Suite supervised(boolean wanted) {
        supervised = wanted;
        return this;
    }

    /** Sets an environment variable of one part, over what the suite itself sets. */
    public Suite environment(String part, String variable, String value) {
        variables.computeIfAbsent(part, any -> new TreeMap<>()).put(variable, value);
        return this;
    }

    /** Where progress is told; nowhere unless told. */
    public Suite output(PrintStream stream) {
        out = stream;
        return this;
    }

    /**
     * Starts everything and returns when every part is ready.
     *
     * @throws StartFailure if a part cannot start or dies on the way; nothing is left running then
     */
    public Running start() {
        Home home = Home.find();
        DataDirectory data = DataDirectory.open(directory);
        try {
            Keeper.clear(home, data);
            // Before anything is deleted, put aside or started.
            topology(data, home).parts().forEach(Part::refuseTakenPorts);
            if (fresh) {
                data.wipe();
            }
            data.simulating(simulation);
            data.startLogs();
            Topology topology = topology(data, home.usingCopiesIn(data.of("built")));
            Parts parts = parts(data, home);
            Platform platform = new Platform(topology, home, data, out, supervised);
            platform.start();
            RunningSuite running = new RunningSuite(platform, ports, data, parts.storeText(), parts.issuer());
            if (seed && services) {
                running.seed(out);
            }
            return running;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private Parts parts(DataDirectory data, Home home) {
        return new Parts(
                new Wishes(
                        ports,
                        partners,
                        services,
                        simulation,
                        instances,
                        instancesOf,
                        jvmOptions,
                        kept,
                        outside,
                        mailServer),
                data,
                home);
    }

    Topology topology(DataDirectory data, Home home) {
        List<Part> parts = parts(data, home).all();
        Set<String> present = parts.stream().map(Part::name).collect(Collectors.toSet());
        return new Topology(parts.stream()
                .map(part -> part.needingOnly(present))
                .map(this::withVariables)
                .map(this::withMoreOptions)
                .toList());
    }

    private Part withVariables(Part part) {
        Part told = part;
        for (String name : InstanceName.heededBy(part.name()).toList()) {
            for (Map.Entry<String, String> variable :
                    variables.getOrDefault(name, Map.of()).entrySet()) {
                told = told.with(variable.getKey(), variable.getValue());
            }
        }
        return told;
    }

    private Part withMoreOptions(Part part) {
        return part.withOptions(InstanceName.heededBy(part.name())
                .flatMap(name -> moreOptions.getOrDefault(name, List.of()).stream())
                .toList());
    }

    /** A suite whose parts are all ready. Closing it stops them: services first, then broker and store. */
    public interface Running extends AutoCloseable {

        /** Names of the parts that run as processes of this suite, in the order of the topology. */
        List<String> parts();

        /** Where everything listens. */
        Ports ports();

        /** The gateway, to be called as a demo person. */
        Gateway gateway();

        /** The HTTP address of {@code gateway}, {@code issuer} or a service. */
        URI url(String part);

        /**
         * The process id of a part; it changes with each start.
         *
         * @throws IllegalStateException while the part is down
         */
        long pid(String part);

        /** The file with everything that the part wrote since the suite started. */
        Path log(String part);

        /** What holds the documents, in words. */
        String store();

        /**
         * Starts a part that is down, and returns when it is ready.
         *
         * @throws StartFailure if it ends or does not get ready
         * @throws IllegalStateException if it runs
         */
        void start(String part);

        /**
         * Stops a part cleanly if it runs, starts it again, and returns when it is ready.
         *
         * @param moreOptions for its JVM, behind the usual ones, for this start only: every later one is without them,
         *     also the start that brings back a supervised part
         * @throws StartFailure if it ends or does not get ready
         */
        void restart(String part, String... moreOptions);

        /** Stops a part cleanly and leaves it down, also in a supervised suite. */
        void stop(String part);

        /** Ends a part as a crash would (kill -9) and leaves it down, also in a supervised suite. */
        void kill(String part);

        /**
         * Holds a part still (SIGSTOP): it keeps its memory and its connections, and does not know.
         *
         * @throws IllegalStateException while the part is down
         */
        void freeze(String part);

        /**
         * Lets a frozen part go on (SIGCONT). Stopping, restarting and closing do that of themselves.
         *
         * @throws IllegalStateException while the part is down
         */
        void thaw(String part);

        /** Memory that a part holds at the moment (resident set), in bytes; 0 while it is down. */
        long residentBytes(String part);

        /**
         * Completes with one sentence when a part ends although nobody asked it to; in a supervised suite only when it
         * cannot be brought back.
         */
        CompletableFuture<String> death();

        @Override
        void close();
    }
}
