package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import dev.aftersales.chassis.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Goes over a vendor's claims, oldest first, with all that each is judged by. */
public final class ClaimWalk {

    /** Parts of a claim that no judgement looks at, and that grow: they are neither sent by the store nor read. */
    private static final String[] LEFT_OUT = {"timeline", "decisions", "firstAnswer"};

    private static final int BATCH = 256;
    private static final long LONGEST_COUNT_SECONDS = 5;

    private final MongoCollection<RawBsonDocument> documents;
    private final StateMapper states;
    private final ClaimFacts facts;

    ClaimWalk(MongoCollection<RawBsonDocument> documents, StateMapper states, ClaimFacts facts) {
        this.documents = documents;
        this.states = states;
        this.facts = facts;
    }

    /**
     * Which claims.
     *
     * @param from earliest submission, inclusive; absent: from the first claim on
     * @param until latest submission, exclusive: what comes in later is not met, however long the walk takes
     */
    public record Stretch(String vendor, @Nullable Instant from, Instant until) {}

    /** A place between two claims of a walk: behind this one. */
    public record Place(Instant submittedAt, String claimId) {}

    /**
     * Begins a walk, for one thread.
     *
     * @param after the place to go on from; absent: from the beginning
     */
    public ClaimSteps over(Stretch stretch, @Nullable Place after) {
        return new ClaimSteps(find(stretch, after), states.reader(Claim.class, LEFT_OUT), facts.walk());
    }

    /** How many claims there are, counted on the index of the walk; empty when the store takes seconds over it. */
    public OptionalLong count(Stretch stretch) {
        try {
            return OptionalLong.of(documents.countDocuments(
                    and(filters(stretch, null)), new CountOptions().maxTime(LONGEST_COUNT_SECONDS, TimeUnit.SECONDS)));
        } catch (MongoExecutionTimeoutException e) {
            return OptionalLong.empty();
        }
    }

    /** The query of a walk; the index that lists claims newest first is read backwards. */
    FindIterable<RawBsonDocument> find(Stretch stretch, @Nullable Place after) {
        return documents
                .find(and(filters(stretch, after)))
                .sort(ascending(ClaimType.SUBMITTED_AT, "_id"))
                .projection(
                        Projections.exclude("outbox", "seen", "state.timeline", "state.decisions", "state.firstAnswer"))
                .batchSize(BATCH);
    }

    private static List<Bson> filters(Stretch stretch, @Nullable Place after) {
        List<Bson> filters = new ArrayList<>(List.of(eq("vendor", stretch.vendor())));
        if (after != null) {
            filters.add(gte(ClaimType.SUBMITTED_AT, after.submittedAt()));
            filters.add(or(gt(ClaimType.SUBMITTED_AT, after.submittedAt()), gt("_id", after.claimId())));
        } else if (stretch.from() != null) {
            filters.add(gte(ClaimType.SUBMITTED_AT, stretch.from()));
        }
        filters.add(lt(ClaimType.SUBMITTED_AT, stretch.until()));
        return filters;
    }
}
