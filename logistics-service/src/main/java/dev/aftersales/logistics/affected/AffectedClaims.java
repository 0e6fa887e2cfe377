package dev.aftersales.logistics.affected;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.radar.CountedLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The claims of batch issues: one document for each issue and claim, guarded by the issue's own sequence. */
@Component
public class AffectedClaims {

    private static final String ISSUE = "issue";
    private static final String CLAIM = "claim";

    static final AggregateType<AffectedClaim> TYPE = AggregateType.of(
                    "affected-claims", AffectedClaim.class, AffectedClaim::vendor)
            .indexedBy(
                    claim -> claim.lines().isEmpty() ? Map.of() : Map.of(ISSUE, claim.issue(), CLAIM, claim.claimId()))
            .withIndex(Indexes.ascending("vendor", CLAIM, "_id"))
            .withIndex(Indexes.ascending("vendor", ISSUE, "_id"));

    /** As many as a claim has lines: each counts in one open issue, and few in issues that were closed before. */
    private static final int ISSUES = 1_000;

    private final Aggregates<AffectedClaim> claims;

    AffectedClaims(Aggregates<AffectedClaim> claims) {
        this.claims = claims;
    }

    /**
     * Keeps which lines came to an issue, and which went.
     *
     * @return the claims that they are of
     */
    public <E extends Event> Set<String> changed(
            Received<E> cause, String issue, List<CountedLine> came, List<CountedLine> went) {
        Set<String> concerned = new LinkedHashSet<>();
        Stream.concat(came.stream(), went.stream()).map(CountedLine::claimId).forEach(concerned::add);
        concerned.forEach(claim -> keep(cause, issue, claim, of(claim, came), of(claim, went)));
        return concerned;
    }

    /** The issues that the claim has lines in. */
    public List<String> issuesOf(String vendor, String claim) {
        return claims.query(and(eq("vendor", vendor), eq(CLAIM, claim)), Sorts.ascending("_id"), ISSUES).stream()
                .map(stored -> stored.state().issue())
                .toList();
    }

    /**
     * The claims of an issue, in the order of their ids.
     *
     * @param after only those behind it; the empty string for the first
     */
    public List<String> claimsOf(String vendor, String issue, String after, int limit) {
        return claims.ids(and(eq("vendor", vendor), eq(ISSUE, issue)), id(issue, after), limit).stream()
                .map(id -> id.substring(issue.length() + 1))
                .toList();
    }

    /** The claims of an issue in the same order, each with the numbers of its lines that count. */
    public SortedMap<String, Set<Integer>> linesOf(String vendor, String issue, String after, int limit) {
        SortedMap<String, Set<Integer>> lines = new TreeMap<>();
        claims.query(
                        and(eq("vendor", vendor), eq(ISSUE, issue), gt("_id", id(issue, after))),
                        Sorts.ascending("_id"),
                        limit)
                .forEach(stored ->
                        lines.put(stored.state().claimId(), stored.state().lineNumbers()));
        return lines;
    }

    private void keep(Received<?> cause, String issue, String claim, List<CountedLine> came, List<CountedLine> went) {
        String id = id(issue, claim);
        AffectedClaim first = new AffectedClaim(issue, cause.vendor(), claim, List.of());
        if (claims.create(cause, id, () -> Change.of(first.with(came, went))) == Reacted.REPEATED) {
            claims.react(cause, id, stored -> Change.of(stored.state().with(came, went)));
        }
    }

    private static List<CountedLine> of(String claim, List<CountedLine> lines) {
        return lines.stream().filter(line -> line.claimId().equals(claim)).toList();
    }

    private static String id(String issue, String claim) {
        return issue + "/" + claim;
    }
}
