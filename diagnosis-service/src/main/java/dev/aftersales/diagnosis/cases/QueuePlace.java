package dev.aftersales.diagnosis.cases;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import dev.aftersales.chassis.paging.Cursor;
import java.time.Instant;
import org.bson.conversions.Bson;

/** Places in the queue, which runs from the oldest request to the newest. */
final class QueuePlace {

    private QueuePlace() {}

    static Cursor of(DiagnosisCase one) {
        return new Cursor(one.file().requestedAt(), one.file().claimId());
    }

    /** Selects what comes behind a place. */
    static Bson after(Cursor place) {
        Instant at = place.at();
        return or(gt("requestedAt", at), and(eq("requestedAt", at), gt("_id", place.id())));
    }
}
