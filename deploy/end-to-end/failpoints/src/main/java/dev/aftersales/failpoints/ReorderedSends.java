package dev.aftersales.failpoints;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * {@code reordered-sends}: of two events of an aggregate that follow each other closely, the second is sent first. The
 * relay is told that the broker has the first, which is what a relay that does not wait makes of it.
 */
final class ReorderedSends extends Sending {

    private final long patienceMillis;
    private final Journal journal;
    private final Map<String, Outgoing> held = new HashMap<>();

    private ReorderedSends(long patienceMillis, Journal journal) {
        this.patienceMillis = patienceMillis;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(TARGET, new ReorderedSends(spec.number("patience", 50), journal), journal));
    }

    @Override
    synchronized Future<?> send(Outgoing outgoing) {
        String lane = outgoing.lane();
        Outgoing first = held.remove(lane);
        if (first != null) {
            journal.hit("first", outgoing.event(), "second", first.event());
            Future<?> sent = outgoing.send();
            first.sendUntold();
            return sent;
        }
        held.put(lane, outgoing);
        later.execute(outgoing::acknowledge);
        later.schedule(() -> alone(lane, outgoing), patienceMillis, TimeUnit.MILLISECONDS);
        return CompletableFuture.completedFuture(null);
    }

    /** No other event followed: it is sent in its place. */
    private synchronized void alone(String lane, Outgoing outgoing) {
        if (held.remove(lane, outgoing)) {
            outgoing.sendUntold();
        }
    }
}
