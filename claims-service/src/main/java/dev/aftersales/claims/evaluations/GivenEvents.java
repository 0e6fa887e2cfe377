package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.claims.deadlines.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what clocks are reckoned from out of what was sent, and finds what no single field can show. */
final class GivenEvents {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59Z");

    private final List<Map<String, Object>> errors = new ArrayList<>();

    private GivenEvents() {}

    /**
     * All that was sent.
     *
     * @param stops the events that stop clocks
     * @throws dev.aftersales.chassis.problems.ProblemException 400 that names each field that is wrong
     */
    static Given of(DeadlinesBody body, Set<String> stops, Instant now) {
        GivenEvents given = new GivenEvents();
        Given found = given.given(body, stops, now);
        refuse(given.errors);
        return found;
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 400 that names each of them, if there are any */
    static void refuse(List<Map<String, Object>> errors) {
        if (!errors.isEmpty()) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail("Each of errors names its field, its rule and what to do.")
                    .with("errors", errors)
                    .exception();
        }
    }

    /** The same without what stops a clock only later: as of now, nobody knows of it. What starts one may lie ahead. */
    static Given knownThen(Given given, Set<String> stops) {
        Map<String, Instant> events = new HashMap<>(given.events());
        events.entrySet()
                .removeIf(event ->
                        stops.contains(event.getKey()) && event.getValue().isAfter(given.asOf()));
        return new Given(events, given.pauses(), given.facts(), given.recurrence(), given.asOf());
    }

    private Given given(DeadlinesBody body, Set<String> stops, Instant now) {
        body.events().forEach((event, at) -> check("events." + event, at));
        check("asOf", body.asOf());
        List<Pause> pauses = new ArrayList<>();
        List<DeadlinesBody.PauseBody> waits = Objects.requireNonNullElse(body.pauses(), List.of());
        for (int i = 0; i < waits.size(); i++) {
            DeadlinesBody.PauseBody wait = waits.get(i);
            String field = "pauses[" + i + "]";
            Instant to = wait.to();
            if (!check(field + ".from", wait.from()) || !check(field + ".to", to)) {
                continue;
            }
            if (to != null && to.isBefore(wait.from())) {
                add(field + ".to", "order", "a pause ends no sooner than it begins");
            } else {
                pauses.add(new Pause(wait.by(), wait.from(), to));
            }
        }
        return new Given(
                body.events(),
                pauses,
                Objects.requireNonNullElse(body.facts(), Map.of()),
                Objects.requireNonNullElse(body.recurrence(), 1),
                body.asOf() == null ? asOf(body, stops, now) : body.asOf());
    }

    private static Instant asOf(DeadlinesBody body, Set<String> stops, Instant now) {
        return body.events().entrySet().stream()
                .filter(event -> stops.contains(event.getKey()))
                .map(Map.Entry::getValue)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private boolean check(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            add(field, "range", "must be from " + EARLIEST + " to " + LATEST);
            return false;
        }
        return true;
    }

    private void add(String field, String rule, String detail) {
        errors.add(Map.of("field", field, "rule", rule, "detail", detail));
    }
}
