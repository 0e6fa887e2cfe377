package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.EvidenceKind;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;

/** Claims of the exporter's put straight into a store as they are when their parts were dispatched, for runs over many. */
public final class StoredClaims {

    /** When the first claim came in; each other a minute later. */
    public static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final String UNREADABLE = "nobody could have written this";

    private static final String EXPLANATION = "0123456789abcdef".repeat(4);

    private final Aggregates<Claim> claims;
    private final MongoCollection<RawBsonDocument> documents;
    private final ClaimFacts facts;

    public StoredClaims(AggregatesFactory factory, Contracts contracts, Agreements agreements) {
        this.claims = factory.of(ClaimType.TYPE);
        this.documents = factory.collectionOf(ClaimType.TYPE).withDocumentClass(RawBsonDocument.class);
        this.facts = new ClaimFacts(contracts, agreements);
    }

    /** What a replay goes over them by. */
    public ClaimWalk walk() {
        return new ClaimWalk(documents, new StateMapper(), facts);
    }

    /** The very query of that walk, for whoever only wants to read what it brings. */
    public FindIterable<RawBsonDocument> bare(ClaimWalk.Stretch stretch) {
        return walk().find(stretch, null);
    }

    /**
     * Keeps claims of that many lines.
     *
     * @param from number of the first
     * @param contracts how many there are: {@code C-0} and so on, with enough units
     */
    public void keep(int from, int count, int lines, int contracts) {
        Map<String, Claim> some = new LinkedHashMap<>();
        for (int i = from; i < from + count; i++) {
            Claim claim = claim(i, lines, "C-" + i % contracts);
            some.put(claim.id(), claim);
        }
        claims.keepAll(some);
    }

    /** Makes a stored claim unreadable, until those are forgotten. */
    public static void spoil(AggregatesFactory factory, String id) {
        factory.collectionOf(ClaimType.TYPE).updateOne(eq("_id", id), set("state.lines", UNREADABLE));
    }

    /** Removes the claims that were made unreadable, so that no other test meets one. */
    public static void forgetSpoilt(AggregatesFactory factory) {
        factory.collectionOf(ClaimType.TYPE).deleteMany(eq("state.lines", UNREADABLE));
    }

    private static Claim claim(int number, int lines, String contract) {
        Instant at = FIRST.plusSeconds(60L * number);
        Diagnosis found = new Diagnosis(
                "MATERIAL",
                true,
                new Confirmer(Confirmer.Kind.TECHNICIAN, "tomas"),
                at.plusSeconds(7_200),
                FaultClass.SIMPLE,
                Route.PARTS,
                List.of("CORROSION"),
                Map.of());
        List<Integer> all = IntStream.rangeClosed(1, lines).boxed().toList();
        List<TimelineEntry> timeline = new ArrayList<>();
        for (TimelineEntry.What what : List.of(
                TimelineEntry.What.SUBMITTED,
                TimelineEntry.What.ADMITTED_TO_DIAGNOSIS,
                TimelineEntry.What.ACKNOWLEDGED,
                TimelineEntry.What.DIAGNOSIS_STARTED,
                TimelineEntry.What.DIAGNOSIS_COMPLETED,
                TimelineEntry.What.COVERED,
                TimelineEntry.What.SERVICE_AUTHORISED)) {
            timeline.add(new TimelineEntry(
                    timeline.size() + 1,
                    at,
                    what,
                    Actor.policy("A-1"),
                    all,
                    List.of("A1.1", "A2.0"),
                    EXPLANATION,
                    null));
        }
        return new Claim(
                "clm-%026d".formatted(number),
                "exporter",
                "nordwind",
                new CustomerRef("cus-1", 1),
                "maria",
                at,
                "A-1",
                contract,
                null,
                "X1",
                "E-42",
                "It does not start any more since the last time that it was cleaned.",
                null,
                Particulars.NONE,
                List.of(),
                List.of(new EvidenceItem("evd-abcdefghijklmnopqrstuvwxyz", EvidenceKind.PHOTO)),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new ClaimLine(
                                line,
                                contract + "-" + (number + line) % 50,
                                1,
                                new LineState.Authorised(Route.PARTS),
                                Verdict.COVERED,
                                List.of("A1.1", "A1.2", "A2.0", "A4.2", "A4.5", "A2.1"),
                                List.of("R-A1"),
                                EXPLANATION,
                                new Conclusion(found, List.of(new PartQuantity("FAN-12", 1))),
                                List.of(),
                                null,
                                List.of(),
                                null,
                                List.of(),
                                null))
                        .toList(),
                at.plusSeconds(60),
                null,
                timeline,
                List.of(
                        new DecisionEntry(1, at, Pass.FIRST, Actor.policy("A-1"), null, EXPLANATION, List.of(), all),
                        new DecisionEntry(
                                2,
                                at,
                                Pass.AFTER_DIAGNOSIS,
                                Actor.policy("A-1"),
                                Verdict.COVERED,
                                EXPLANATION,
                                List.of(),
                                all)),
                List.of(),
                List.of(),
                List.of(),
                ClaimClocks.NONE,
                new FirstAnswer(EXPLANATION, 201, "/api/v1/claims/clm-" + number, "{\"id\":\"clm-" + number + "\"}"),
                List.of());
    }
}
