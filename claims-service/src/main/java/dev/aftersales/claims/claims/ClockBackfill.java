package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.policies.Policies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives claims that were kept before there were clocks theirs, each once. It looks again for as long as the service runs,
 * because one of an earlier version may run beside it; where there is nothing to do, that is one look at an index for each
 * vendor.
 */
final class ClockBackfill implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ClockBackfill.class);
    private static final int BATCH = 200;

    /** More is no matter of single claims. */
    private static final int MOST_FAILED = 100;

    private final Claims claims;
    private final MongoCollection<Document> documents;
    private final Policies policies;

    /** Claims on which it failed: they hold up no other, and are tried again by the next start. */
    private final Set<String> failed = new HashSet<>();

    ClockBackfill(Claims claims, MongoCollection<Document> documents, Policies policies) {
        this.claims = claims;
        this.documents = documents;
        this.policies = policies;
    }

    @Override
    public synchronized void run() {
        for (String vendor : policies.vendors()) {
            List<String> some = withoutClocks(vendor);
            while (!some.isEmpty() && failed.size() < MOST_FAILED) {
                some.forEach(this::begin);
                some = withoutClocks(vendor);
            }
        }
    }

    /** Claims of today have that field from the first write on; its index holds those without it in one place. */
    private List<String> withoutClocks(String vendor) {
        List<String> ids = new ArrayList<>();
        documents
                .find(and(eq("vendor", vendor), eq(ClaimType.MILESTONES, null), nin("_id", failed)))
                .projection(include("_id"))
                .limit(BATCH)
                .forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }

    private void begin(String id) {
        try {
            claims.beginClocks(id);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            failed.add(id);
            log.atError().addKeyValue("claim", id).setCause(e).log("A claim of before there were clocks has none yet");
        }
    }
}
