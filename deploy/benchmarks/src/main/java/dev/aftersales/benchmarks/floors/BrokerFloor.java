package dev.aftersales.benchmarks.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own tool for one hop, in a JVM of its own: a record sent at acks=all until a consumer has it. */
final class BrokerFloor {

    private static final Pattern AVERAGE = Pattern.compile("Avg latency: ([0-9.]+) ms");

    /** The tool knows whole milliseconds only. */
    private static final Pattern PERCENTILES = Pattern.compile("50th = (\\d+), 99th = (\\d+)");

    private static final String TOPIC = "benchmark-hop";
    private static final int RECORD_BYTES = 1024;

    private final int port;
    private final int records;

    BrokerFloor(int port, int records) {
        this.port = port;
        this.records = records;
    }

    Floor.Round round() {
        try {
            Process tool = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.apache.kafka.tools.EndToEndLatency",
                            "--bootstrap-server",
                            "127.0.0.1:" + port,
                            "--topic",
                            TOPIC,
                            "--num-records",
                            Integer.toString(records),
                            "--producer-acks",
                            "all",
                            "--record-size",
                            Integer.toString(RECORD_BYTES)))
                    .redirectErrorStream(true)
                    .start();
            String told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("Kafka's latency tool failed: " + told);
            }
            return parsed(told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the tool told nothing of the kind */
    static Floor.Round parsed(String told) {
        Matcher average = AVERAGE.matcher(told);
        Matcher percentiles = PERCENTILES.matcher(told);
        if (!average.find() || !percentiles.find()) {
            throw new IllegalStateException("Kafka's latency tool told no latencies: " + told);
        }
        return new Floor.Round(
                Double.parseDouble(average.group(1)),
                Double.parseDouble(percentiles.group(1)),
                Double.parseDouble(percentiles.group(2)));
    }
}
