package dev.aftersales.diagnosis.gauges;

import com.mongodb.MongoException;
import dev.aftersales.contracts.events.radar.GroupGauged;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one reader, by the request's own thread, which waits where the reader is slow. The id of an event is the instant as
 * of which it is so; a reader who comes again with it is told what was said from a minute before on, for the instances that
 * say it are not of one clock and one pace. What is told twice is the same.
 */
final class GaugeTelling {

    private static final Logger log = LoggerFactory.getLogger(GaugeTelling.class);

    /** A page of the store. */
    private static final int PAGE = 200;

    private static final Duration OVERLAP = Duration.ofMinutes(1);

    /** Whoever comes after so long is told all anew; emptied groups are known for longer. */
    private static final Duration LONGEST_GAP = Duration.ofHours(1);

    private final GroupGauges groups;
    private final GaugeStream stream;
    private final String vendor;
    private final GaugeFilter filter;
    private final JsonMapper json;
    private final Clock businessClock;
    private final Clock machineClock;
    private final Duration heartbeat;

    GaugeTelling(
            GroupGauges groups,
            GaugeStream stream,
            String vendor,
            GaugeFilter filter,
            JsonMapper json,
            Clock businessClock,
            Clock machineClock,
            Duration heartbeat) {
        this.groups = groups;
        this.stream = stream;
        this.vendor = vendor;
        this.filter = filter;
        this.json = json;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
        this.heartbeat = heartbeat;
    }

    /**
     * Returns when the reader has gone, the stream is over, or the token is.
     *
     * @param until when the token ends, by machine time
     */
    void tell(HttpServletResponse response, @Nullable String lastEventId, Instant until) throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        // Proxies that would collect an answer before they hand it on.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            OutputStream out = response.getOutputStream();
            out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
            Instant begun = businessClock.instant();
            Optional<Instant> from = resumption(lastEventId, begun);
            write(out, null, "begin", Map.of("all", from.isEmpty()));
            response.flushBuffer();
            if (from.isPresent()) {
                tellSince(out, from.get());
            } else {
                tellAll(out);
            }
            write(out, begun, "current", Map.of("at", begun));
            response.flushBuffer();
            tellChanges(response, out, until);
        } catch (IOException e) {
            // The reader has gone, or takes nothing any more.
            log.atDebug().addKeyValue("reason", e.getMessage()).log("a stream of gauges broke off");
        } catch (MongoException e) {
            log.atInfo().addKeyValue("reason", e.getMessage()).log("A stream of gauges ends, for the store is away");
        }
    }

    private void tellAll(OutputStream out) throws IOException {
        GaugePlace after = null;
        List<GroupGauged> page;
        do {
            page = groups.fullestFirst(vendor, filter, after, PAGE);
            for (GroupGauged gauge : page) {
                write(out, gauge);
                after = new GaugePlace(gauge.units(), gauge.groupId());
            }
        } while (page.size() == PAGE);
    }

    private void tellSince(OutputStream out, Instant since) throws IOException {
        GroupGauged after = null;
        List<GroupGauged> page;
        do {
            page = groups.gaugedSince(vendor, since, after, PAGE);
            for (GroupGauged gauge : page) {
                if (filter.mayTake(gauge)) {
                    write(out, gauge);
                }
                after = gauge;
            }
        } while (page.size() == PAGE);
    }

    private void tellChanges(HttpServletResponse response, OutputStream out, Instant until)
            throws IOException, InterruptedException {
        while (true) {
            Duration left = Duration.between(machineClock.instant(), until);
            if (left.isNegative() || left.isZero()) {
                return;
            }
            Optional<List<GroupGauged>> next = stream.next(left.compareTo(heartbeat) < 0 ? left : heartbeat);
            if (next.isEmpty()) {
                return;
            }
            if (next.get().isEmpty()) {
                out.write(": alive\n\n".getBytes(StandardCharsets.UTF_8));
            }
            for (GroupGauged gauge : next.get()) {
                write(out, gauge);
            }
            response.flushBuffer();
        }
    }

    private void write(OutputStream out, GroupGauged gauge) throws IOException {
        if (stream.shows(gauge)) {
            write(out, gauge.gaugedAt(), "gauge", GaugeView.of(gauge));
        } else {
            write(out, gauge.gaugedAt(), "left", Map.of("id", gauge.groupId()));
        }
    }

    private void write(OutputStream out, @Nullable Instant id, String event, Object data) throws IOException {
        String text = "event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n";
        out.write((id == null ? text : "id: " + id.toEpochMilli() + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** From when on a reader is told; empty when that is all. */
    private static Optional<Instant> resumption(@Nullable String lastEventId, Instant now) {
        if (lastEventId == null || !lastEventId.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        Instant last = Instant.ofEpochMilli(Long.parseLong(lastEventId));
        return last.isBefore(now.minus(LONGEST_GAP)) || last.isAfter(now.plus(LONGEST_GAP))
                ? Optional.empty()
                : Optional.of(last.minus(OVERLAP));
    }
}
