package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.contracts.events.radar.GroupGauged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The streams that are open in this instance. */
@Component
class GaugeStreams implements SmartLifecycle {

    private final GaugeSettings settings;
    private final List<GaugeStream> open = new ArrayList<>();
    private boolean heard;
    private boolean running;

    GaugeStreams(GaugeSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens a stream, which is told all that is heard from now on; whoever opens it closes it.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 503 {@code no-stream}, or 429 {@code too-many-streams}
     */
    synchronized GaugeStream open(String person, String vendor, GaugeFilter filter) {
        if (!running || !heard || open.size() >= settings.streams()) {
            throw Problem.status(503)
                    .type("no-stream")
                    .title("This instance opens no stream now")
                    .detail("Try again shortly; until then, GET /api/v1/batch-radar shows the groups as they stand.")
                    .exception();
        }
        if (open.stream().filter(one -> one.person().equals(person)).count() >= settings.streamsOfAPerson()) {
            throw Problem.status(429)
                    .type("too-many-streams")
                    .title("You have too many streams open")
                    .detail("At most " + settings.streamsOfAPerson() + " at once. Close one of them.")
                    .exception();
        }
        GaugeStream stream = new GaugeStream(person, vendor, filter);
        open.add(stream);
        return stream;
    }

    synchronized void close(GaugeStream stream) {
        open.remove(stream);
    }

    synchronized void tell(GroupGauged gauge) {
        open.forEach(stream -> stream.tell(gauge));
    }

    /** From now on all that is said is told. */
    synchronized void hear() {
        heard = true;
    }

    /** Something may be missed: whoever listens comes again, and is told from where he was. */
    synchronized void miss() {
        heard = false;
        open.forEach(GaugeStream::end);
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        open.forEach(GaugeStream::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** As the service begins to leave: a web server that stops would wait for streams. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
