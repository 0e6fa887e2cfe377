package dev.aftersales.benchmarks.deadlines;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import org.bson.Document;

/**
 * Claims that wait for nothing but their deadline, put into the store beside the one that the suite made itself: a million
 * submissions over the API would measure the submissions.
 */
final class PendingClaims implements AutoCloseable {

    /** Policy E: a person answers within two hours (E3.3). */
    private static final Duration LIMIT = Duration.ofHours(2);

    private static final int BATCH = 500;

    private final MongoClient client;
    private final MongoCollection<Document> claims;
    private final Document template;
    private long made;

    /** @param template id of a claim under policy E on which nothing moves any more but its clock */
    PendingClaims(int storePort, String template) {
        this.client = MongoClients.create("mongodb://127.0.0.1:" + storePort);
        this.claims = client.getDatabase("aftersales-claims").getCollection("claims");
        this.template = Objects.requireNonNull(
                claims.find(new Document("_id", template)).first(), template);
    }

    /**
     * Puts so many claims there.
     *
     * @param breachAt the second in which the n-th of them, from 0, is late
     */
    void put(long count, LongFunction<Instant> breachAt) {
        InsertManyOptions unordered = new InsertManyOptions().ordered(false);
        List<Document> batch = new ArrayList<>(BATCH);
        for (long i = 0; i < count; i++) {
            batch.add(claim(breachAt.apply(i)));
            if (batch.size() == BATCH || i == count - 1) {
                claims.insertMany(batch, unordered);
                batch.clear();
            }
        }
    }

    /** The template, reported just so long before, and warned of already. */
    private Document claim(Instant breachAt) {
        Instant reported = breachAt.minusSeconds(1).minus(LIMIT);
        String id = String.format(Locale.ROOT, "clm-%026d", ++made);
        Document copy = new Document(template);
        Document state = new Document(template.get("state", Document.class));
        Document clocks = new Document(state.get("clocks", Document.class));
        List<Document> milestones = new ArrayList<>();
        clocks.getList("milestones", Document.class)
                .forEach(milestone -> milestones.add(new Document(milestone).append("at", reported.toString())));
        clocks.append("milestones", milestones)
                .append(
                        "fired",
                        List.of(new Document("clause", "E3.3")
                                .append("stop", "FIRST_HUMAN_RESPONSE")
                                .append("kind", "TARGET")
                                .append("at", reported.plus(Duration.ofHours(1)).toString())
                                .append("lines", List.of(1))))
                .append("nextAt", breachAt.toString());
        state.append("id", id).append("submittedAt", reported.toString()).append("clocks", clocks);
        copy.append("_id", id)
                .append("state", state)
                .append("submittedAt", Date.from(reported))
                .append("deadlineAt", Date.from(breachAt))
                .append("outbox", List.of());
        copy.remove("pendingSince");
        return copy;
    }

    @Override
    public void close() {
        client.close();
    }
}
