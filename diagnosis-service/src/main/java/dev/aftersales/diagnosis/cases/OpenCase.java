package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted;
import dev.aftersales.contracts.events.diagnosis.DiagnosisStarted.Mode;
import dev.aftersales.diagnosis.cases.HistoryEntry.What;
import dev.aftersales.diagnosis.catalogue.CatalogueAnswer;
import dev.aftersales.diagnosis.catalogue.FaultCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens a case for a claim, or adds to it, and lets the catalogue answer where it may. The answer, its events and the
 * guard against the same request are one write.
 */
@Component
public class OpenCase {

    private static final Logger log = LoggerFactory.getLogger(OpenCase.class);

    private final Cases cases;
    private final FaultCatalogue catalogue;
    private final Clock clock;
    private final CaseMetrics metrics;

    OpenCase(Cases cases, FaultCatalogue catalogue, Clock clock, CaseMetrics metrics) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Diagnosis of these lines is asked for, perhaps not for the first time. */
    public void requested(Received<DiagnosisRequested> cause) {
        DiagnosisRequested request = cause.data();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AtomicReference<Change<DiagnosisCase>> last = new AtomicReference<>();
        Reacted opened = cases.create(cause, request.claimId(), () -> {
            last.set(judged(CaseFile.opened(request, now), now));
            return last.get();
        });
        Reacted reacted =
                switch (opened) {
                    case APPLIED -> opened;
                    // The case is there: by this very request, which the guard knows, or by an earlier one.
                    case REPEATED, MISSING ->
                        cases.react(cause, request.claimId(), before -> {
                            last.set(extended(before, request, now));
                            return last.get();
                        });
                };
        switch (reacted) {
            case APPLIED -> {
                metrics.requested(last.get());
                log.atInfo()
                        .addKeyValue("claim", request.claimId())
                        .addKeyValue("vendor", request.vendor())
                        .addKeyValue("stage", Stage.of(last.get().state()))
                        .log("diagnosis requested");
            }
            case REPEATED -> {}
            case MISSING -> throw new IllegalStateException("cases are never removed");
        }
    }

    private Change<DiagnosisCase> extended(DiagnosisCase before, DiagnosisRequested request, Instant now) {
        CaseFile file = before.file().extended(request, now);
        return switch (before) {
            case Queued queued ->
                file.lines().equals(queued.file().lines())
                        ? Change.of(new Queued(file, queued.reasons()))
                        : judged(file, now);
            // The technician who holds it concludes the new lines too: no second opinion behind their back.
            case Taken taken -> Change.of(new Taken(file, taken.reasons(), taken.by(), taken.at()));
            case Concluded concluded -> file.openLines().isEmpty() ? Change.of(new Concluded(file)) : judged(file, now);
        };
    }

    private Change<DiagnosisCase> judged(CaseFile file, Instant now) {
        CatalogueAnswer answer = CatalogueAnswer.judge(
                catalogue.find(file.vendor(), file.faultCode()),
                file.model(),
                file.openLines(),
                file::knows,
                (serials, days) ->
                        cases.passages(file.vendor(), file.faultCode(), serials, now.minus(Duration.ofDays(days))));
        return switch (answer) {
            case CatalogueAnswer.GoesThrough goes -> {
                Conclusion conclusion = CatalogueConclusion.of(goes.entry(), file.openLines(), now);
                List<Event> events = new ArrayList<>();
                events.add(new DiagnosisStarted(file.claimId(), file.vendor(), Mode.CATALOGUE, now));
                events.addAll(conclusion.told(file, code -> catalogue.familyOf(file.vendor(), code)));
                yield new Change<>(
                        new Concluded(file.concluded(conclusion, HistoryEntry.SUITE, What.ANSWERED_BY_CATALOGUE)),
                        events);
            }
            case CatalogueAnswer.NeedsPerson needs ->
                Change.of(
                        new Queued(file.noting(now, HistoryEntry.SUITE, What.QUEUED), needs.reasons()),
                        new DiagnosisStarted(file.claimId(), file.vendor(), Mode.TECHNICIAN, now));
        };
    }
}
