package dev.aftersales.diagnosis.cases;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted.Confirmer.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases of all vendors, by claim id. */
@Component
class Cases {

    static final AggregateType<DiagnosisCase> TYPE = AggregateType.of(
                    "cases", DiagnosisCase.class, (DiagnosisCase one) -> one.file()
                            .vendor())
            .tellingOn(Topic.DIAGNOSIS)
            .indexedBy(Cases::queryFields)
            .withIndex(Indexes.ascending("vendor", "requestedAt", "_id"))
            .withIndex(Indexes.ascending("vendor", "stage", "requestedAt", "_id"))
            .withIndex(Indexes.ascending("vendor", "faultCode", "passedSerials", "passedAt"));

    /** No entry's limit is higher. */
    private static final int MOST_COUNTED = 1000;

    private static final Bson OLDEST_FIRST = Sorts.ascending("requestedAt", "_id");

    private final Aggregates<DiagnosisCase> aggregates;

    Cases(Aggregates<DiagnosisCase> aggregates) {
        this.aggregates = aggregates;
    }

    Reacted create(Received<?> cause, String claim, Supplier<Change<DiagnosisCase>> first) {
        return aggregates.create(cause, claim, first);
    }

    Reacted react(Received<?> cause, String claim, Function<DiagnosisCase, Change<DiagnosisCase>> reaction) {
        return aggregates.react(cause, claim, stored -> reaction.apply(stored.state()));
    }

    /**
     * Decides a caller's command.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller's vendors have no such case
     */
    Outcome decide(Caller caller, String claim, Function<DiagnosisCase, Decision<DiagnosisCase, Outcome>> decision) {
        return aggregates
                .<Outcome>decide(claim, stored -> decision.apply(visible(caller, claim, stored)))
                .orElseThrow(() -> Problem.notFound("diagnosis", claim).exception());
    }

    /**
     * A case as a caller may see it.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 404 when the caller's vendors have no such case
     */
    DiagnosisCase of(Caller caller, String claim) {
        return aggregates
                .find(claim)
                .map(stored -> visible(caller, claim, stored))
                .orElseThrow(() -> Problem.notFound("diagnosis", claim).exception());
    }

    /** A vendor's cases in the order of the queue: who waits longest comes first. */
    List<DiagnosisCase> queue(String vendor, @Nullable Stage stage, @Nullable Cursor after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", vendor)));
        if (stage != null) {
            filters.add(eq("stage", stage.name()));
        }
        if (after != null) {
            filters.add(QueuePlace.after(after));
        }
        return aggregates.query(and(filters), OLDEST_FIRST, limit).stream()
                .map(Stored::state)
                .toList();
    }

    /** Cases in which the serials went through on a fault code by the catalogue's word, from an instant on. */
    Map<String, Integer> passages(String vendor, String faultCode, Set<String> serials, Instant from) {
        if (serials.isEmpty() || count(vendor, faultCode, Filters.in("passedSerials", serials), from, 1) == 0) {
            return Map.of();
        }
        Map<String, Integer> passages = new HashMap<>();
        for (String serial : serials) {
            passages.put(serial, (int) count(vendor, faultCode, eq("passedSerials", serial), from, MOST_COUNTED));
        }
        return passages;
    }

    private long count(String vendor, String faultCode, Bson serials, Instant from, int limit) {
        return aggregates.count(
                and(eq("vendor", vendor), eq("faultCode", faultCode), serials, gte("passedAt", from)), limit);
    }

    private static DiagnosisCase visible(Caller caller, String claim, Stored<DiagnosisCase> stored) {
        if (!caller.servesVendor(stored.vendor())) {
            throw Problem.notFound("diagnosis", claim).exception();
        }
        return stored.state();
    }

    private static Map<String, @Nullable Object> queryFields(DiagnosisCase one) {
        CaseFile file = one.file();
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("stage", Stage.of(one).name());
        fields.put("requestedAt", file.requestedAt());
        fields.put("faultCode", file.faultCode());
        List<Conclusion> byCatalogue = file.conclusions().stream()
                .filter(conclusion -> conclusion.by().kind() == Kind.CATALOGUE)
                .toList();
        if (!byCatalogue.isEmpty()) {
            fields.put("passedAt", byCatalogue.getLast().at());
            fields.put("passedSerials", List.copyOf(serials(file, byCatalogue)));
        }
        return fields;
    }

    private static Set<String> serials(CaseFile file, List<Conclusion> conclusions) {
        Set<Integer> lines = conclusions.stream()
                .flatMap(conclusion -> conclusion.lines().stream())
                .map(LineConclusion::line)
                .collect(Collectors.toSet());
        return file.lines().stream()
                .filter(line -> lines.contains(line.line()))
                .map(UnitLine::serial)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
