package dev.aftersales.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One process of the suite.
 *
 * @param needs parts that must be ready before it starts, and that stop only after it
 * @param ports what it will listen on
 * @param first what must be done once in the life of the data, before the first start
 */
record Part(
        String name,
        Set<String> needs,
        List<Integer> ports,
        List<String> command,
        Map<String, String> environment,
        Probe probe,
        @Nullable First first) {

    /**
     * A command that runs once.
     *
     * @param done exists when it has run
     */
    record First(Path done, List<String> command) {}

    Part {
        needs = Set.copyOf(needs);
        ports = List.copyOf(ports);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static Part of(String name, List<String> command, Probe probe, Integer... ports) {
        return new Part(name, Set.of(), List.of(ports), command, Map.of(), probe, null);
    }

    Part needing(String... others) {
        Set<String> more = new TreeSet<>(needs);
        more.addAll(List.of(others));
        return new Part(name, more, ports, command, environment, probe, first);
    }

    Part with(String variable, Object value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value.toString());
        return new Part(name, needs, ports, command, more, probe, first);
    }

    /**
     * The same part with further options for its JVM.
     *
     * @throws IllegalArgumentException if it runs on none
     */
    Part withOptions(List<String> more) {
        return more.isEmpty()
                ? this
                : new Part(name, needs, ports, Jvm.withOptions(command, more), environment, probe, first);
    }

    Part first(Path done, List<String> once) {
        return new Part(name, needs, ports, command, environment, probe, new First(done, once));
    }

    /**
     * Checks that it could listen.
     *
     * @throws StartFailure naming the first port that another program holds
     */
    void refuseTakenPorts() {
        for (int port : ports) {
            if (!Ports.isFree(port)) {
                throw new StartFailure("Port " + port + ", which " + name
                        + " needs, is in use: stop the program that holds it, or shift all ports of the suite, for example"
                        + " with --port-offset 1000.");
            }
        }
    }

    /** The same part in a topology where some of what it needs is provided from outside. */
    Part needingOnly(Set<String> present) {
        List<String> kept = new ArrayList<>(needs);
        kept.retainAll(present);
        return new Part(name, Set.copyOf(kept), ports, command, environment, probe, first);
    }
}
