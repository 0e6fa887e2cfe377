package dev.aftersales.benchmarks.usage;

import dev.aftersales.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The suite's processes as the kernel sees them. */
public final class Processes {

    private final Suite.Running suite;

    public Processes(Suite.Running suite) {
        this.suite = suite;
    }

    /** Processor time of each part since its start. */
    public CpuReading cpu() {
        Map<String, Long> millis = new LinkedHashMap<>();
        for (String part : suite.parts()) {
            millis.put(part, ProcessFiles.cpuMillis(read(part, "stat")));
        }
        return new CpuReading(
                System.nanoTime(),
                millis,
                ProcessFiles.cpuMillis(read(Path.of("/proc/self/stat"))),
                ProcessFiles.machineMillis(read(Path.of("/proc/stat"))));
    }

    /** Memory of each part at the moment. */
    public Map<String, Memory> memory() {
        Map<String, Memory> memory = new LinkedHashMap<>();
        for (String part : suite.parts()) {
            memory.put(part, ProcessFiles.memory(read(part, "smaps_rollup")));
        }
        return memory;
    }

    /** The sum of one kind of memory over all parts. */
    public static long total(Map<String, Memory> memory, ToLongFunction<Memory> kind) {
        return memory.values().stream().mapToLong(kind).sum();
    }

    private String read(String part, String file) {
        return read(Path.of("/proc", Long.toString(suite.pid(part)), file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: the benchmark runs on Linux only", e);
        }
    }
}
