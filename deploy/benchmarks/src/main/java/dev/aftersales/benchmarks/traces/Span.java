package dev.aftersales.benchmarks.traces;

/**
 * A piece of work that a service reported.
 *
 * @param parent empty for a root
 * @param kind of OpenTelemetry: SERVER, CLIENT, PRODUCER, CONSUMER, INTERNAL
 * @param start nanoseconds since the epoch, on the machine's clock
 * @param end nanoseconds since the epoch
 */
public record Span(
        String trace, String id, String parent, String service, String name, String kind, long start, long end) {

    static final String CONSUMER = "CONSUMER";
}
