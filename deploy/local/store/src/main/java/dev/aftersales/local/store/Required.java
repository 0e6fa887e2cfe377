package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** A field without which a command or a description makes no sense. */
final class Required {

    private static final int MISSING_FIELD = 40414;

    private Required() {}

    /** @throws MongoServerError 40414 if it is missing or of another type */
    static <T> T field(Document document, String name, Class<T> type) {
        Object value = document.get(name);
        if (!type.isInstance(value)) {
            throw new MongoServerError(MISSING_FIELD, "Location40414", "the field '" + name + "' is required");
        }
        return type.cast(value);
    }
}
