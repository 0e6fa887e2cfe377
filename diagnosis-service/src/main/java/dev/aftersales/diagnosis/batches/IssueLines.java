package dev.aftersales.diagnosis.batches;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.contracts.events.radar.CountedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of all batch issues, each in a document of its own. */
@Component
class IssueLines {

    static final AggregateType<IssueLine> TYPE = AggregateType.of(
                    "batch-issue-lines", IssueLine.class, IssueLine::vendor)
            .indexedBy(IssueLines::queryFields)
            .withIndex(Indexes.ascending("vendor", "issue", "counts", "_id"))
            .withIndex(Indexes.ascending("vendor", "serial"));

    /** So many claims of one serial count in issues at most, as far as anybody looks. */
    private static final int MANY_CLAIMS = 20;

    private final Aggregates<IssueLine> lines;

    IssueLines(Aggregates<IssueLine> lines) {
        this.lines = lines;
    }

    /**
     * What an alarm changed.
     *
     * @param came lines that did not count before
     * @param went lines that did
     */
    record Changed(List<CountedLine> came, List<CountedLine> went) {

        boolean isNothing() {
            return came.isEmpty() && went.isEmpty();
        }
    }

    /**
     * Keeps what an alarm says of lines. Many writes, which may be repeated: what one try of the same alarm has written
     * another finds, and answers the same. What goes is kept too, or an alarm of before would bring it back.
     *
     * @param sequence of the alarm
     */
    Changed keep(String issue, String vendor, long sequence, List<CountedLine> came, List<CountedLine> went) {
        Map<String, IssueLine> said = new LinkedHashMap<>();
        went.forEach(line -> add(said, IssueLine.of(issue, vendor, line, false, sequence)));
        // A line whose quantity was put right goes and comes: it counts.
        came.forEach(line -> add(said, IssueLine.of(issue, vendor, line, true, sequence)));
        Map<String, Change<IssueLine>> firsts = new LinkedHashMap<>();
        said.forEach((id, line) -> firsts.put(id, Change.of(line)));
        Set<String> known = lines.insertAll(firsts);
        List<CountedLine> coming = new ArrayList<>();
        List<CountedLine> going = new ArrayList<>();
        said.forEach((id, line) -> {
            if (!known.contains(id) || changes(id, line)) {
                (line.counts() ? coming : going).add(line.counted());
            }
        });
        return new Changed(coming, going);
    }

    private static void add(Map<String, IssueLine> said, IssueLine line) {
        said.put(line.id(), line);
    }

    private boolean changes(String id, IssueLine said) {
        return lines.<Boolean>decide(id, stored -> {
                    IssueLine stands = stored.state();
                    if (stands.sequence() == said.sequence()) {
                        return Decision.refuse(true);
                    }
                    return stands.sequence() > said.sequence() || stands.agrees(said)
                            ? Decision.refuse(false)
                            : Decision.commit(said, true);
                })
                .orElseThrow(() -> new IllegalStateException("lines are never removed"));
    }

    /** Lines of an issue that count, by claim and line, behind the one with that id. */
    List<IssueLine> of(IssueFile issue, @Nullable String after, int limit) {
        Bson counting = and(eq("vendor", issue.vendor()), eq("issue", issue.id()), eq("counts", true));
        return lines
                .query(after == null ? counting : and(counting, gt("_id", after)), Sorts.ascending("_id"), limit)
                .stream()
                .map(Stored::state)
                .toList();
    }

    /**
     * In which of the vendor's issues each of these serials counts; those that count in none are left out.
     *
     * @param serials some hundreds: each is a key of the index
     */
    Map<String, Set<String>> issuesOf(String vendor, Set<String> serials) {
        if (serials.isEmpty()) {
            return Map.of();
        }
        // A serial may count in lines of several claims.
        return lines
                .query(
                        and(eq("vendor", vendor), in("serial", serials), eq("counts", true)),
                        Sorts.ascending("serial"),
                        MANY_CLAIMS * serials.size())
                .stream()
                .map(Stored::state)
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.serial()),
                        Collectors.mapping(IssueLine::issue, Collectors.toSet())));
    }

    private static Map<String, @Nullable Object> queryFields(IssueLine line) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("issue", line.issue());
        fields.put("counts", line.counts());
        fields.put("serial", line.serial());
        return fields;
    }
}
