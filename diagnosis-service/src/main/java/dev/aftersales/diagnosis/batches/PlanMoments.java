package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells what the clocks of emergency plans set off: each moment once and at its own time, however late it is found. That it
 * was told stands in the write that tells it, so that any number of instances may look at once.
 */
@Component
class PlanMoments {

    private static final Logger log = LoggerFactory.getLogger(PlanMoments.class);

    private final BatchIssues issues;

    PlanMoments(BatchIssues issues) {
        this.issues = issues;
    }

    /**
     * Tells what is due on an issue in that moment, unless somebody else was faster.
     *
     * @return when the next is due; empty when none is
     */
    Optional<Instant> setOff(String id, Instant at) {
        return issues.<Optional<Instant>>decide(id, issue -> {
                    PlanMoment moment = next(issue);
                    if (moment == null || !moment.at().equals(at)) {
                        return Decision.refuse(Optional.ofNullable(moment).map(PlanMoment::at));
                    }
                    Detected told = ((Detected) issue).telling(moment);
                    log.atInfo()
                            .addKeyValue("batchIssue", id)
                            .addKeyValue("moment", moment.kind())
                            .log("the clock of an emergency plan");
                    return Decision.due(
                            at,
                            told,
                            Optional.ofNullable(told.next()).map(PlanMoment::at),
                            List.of(IssueEvents.of(told.file(), moment)));
                })
                .flatMap(next -> next);
    }

    /** Tells all that is due on an issue until then, before something else is said of it. */
    void setOffUntil(String id, Instant now) {
        // Nothing is due at the beginning of time: this only asks what is next.
        Optional<Instant> next = setOff(id, Instant.EPOCH);
        while (next.isPresent() && !next.get().isAfter(now)) {
            next = setOff(id, next.get());
        }
    }

    private static @Nullable PlanMoment next(BatchIssue issue) {
        return issue instanceof Detected detected ? detected.next() : null;
    }
}
