package dev.aftersales.benchmarks.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The spans of one trace as a tree in time. */
public final class Timeline {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final Comparator<Span> IN_TIME = Comparator.comparingLong(Span::start);

    private final Map<String, Span> byId = new HashMap<>();
    private final List<Span> spans;

    public Timeline(List<Span> spans) {
        this.spans = spans.stream().sorted(IN_TIME).toList();
        this.spans.forEach(span -> byId.put(span.id(), span));
    }

    /**
     * How many records were consumed one after another up to the last that this service consumed before that moment: the
     * broker hops on the way of what it then did.
     *
     * @param until nanoseconds since the epoch
     */
    public long hopsTo(String service, long until) {
        return spans.stream()
                .filter(span -> span.service().equals(service) && span.kind().equals(Span.CONSUMER))
                .filter(span -> span.start() <= until)
                .mapToLong(this::hops)
                .max()
                .orElse(0);
    }

    private long hops(Span last) {
        long hops = 0;
        for (Optional<Span> span = Optional.of(last);
                span.isPresent();
                span = span.flatMap(here -> Optional.ofNullable(byId.get(here.parent())))) {
            if (span.get().kind().equals(Span.CONSUMER)) {
                hops++;
            }
        }
        return hops;
    }

    /**
     * One line for each span, children under their parent.
     *
     * @param zero nanoseconds since the epoch from which times are counted
     */
    public List<String> lines(long zero) {
        List<String> lines = new ArrayList<>();
        spans.stream().filter(span -> !byId.containsKey(span.parent())).forEach(root -> tell(root, 0, zero, lines));
        return lines;
    }

    private void tell(Span span, int depth, long zero, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "%8.2f ms %7.2f ms  %s%s %s [%s]",
                (span.start() - zero) / NANOS_PER_MILLI,
                (span.end() - span.start()) / NANOS_PER_MILLI,
                "  ".repeat(depth),
                span.service(),
                span.name(),
                span.kind().toLowerCase(Locale.ROOT)));
        spans.stream()
                .filter(other -> other.parent().equals(span.id()))
                .forEach(child -> tell(child, depth + 1, zero, lines));
    }
}
