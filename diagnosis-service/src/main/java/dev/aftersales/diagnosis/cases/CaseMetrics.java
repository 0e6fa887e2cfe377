package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the stages of a case take, in business time, and how many go which way. */
@Component
class CaseMetrics {

    private final MeterRegistry registry;

    CaseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A request was handled with this change. */
    void requested(Change<DiagnosisCase> change) {
        for (Event event : change.events()) {
            if (event instanceof DiagnosisStarted started) {
                registry.counter(
                                "aftersales.diagnosis.started",
                                "mode",
                                started.mode().name())
                        .increment();
            }
        }
        if (change.state() instanceof Queued queued && !change.events().isEmpty()) {
            queued.reasons().forEach(needed -> registry.counter(
                            "aftersales.diagnosis.person.needed",
                            "reason",
                            needed.reason().name())
                    .increment());
        }
    }

    /** A technician took the case out of the queue. */
    void taken(Taken taken) {
        time("aftersales.diagnosis.queued", taken.file().requestedAt(), taken.at());
    }

    /** A technician gave the case back. */
    void givenBack() {
        registry.counter("aftersales.diagnosis.given.back").increment();
    }

    /** The technician who held the case concluded it. */
    void concluded(Taken held, Instant at) {
        time("aftersales.diagnosis.held", held.at(), at);
    }

    private void time(String name, Instant from, Instant to) {
        registry.timer(name).record(Duration.between(from, to));
    }
}
