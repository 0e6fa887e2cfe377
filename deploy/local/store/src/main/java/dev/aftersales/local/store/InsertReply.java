package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;

/** The count in the reply to an insert: documents that were inserted, not those that were sent. */
final class InsertReply {

    private InsertReply() {}

    static Document corrected(Document command, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
            int sent = Required.field(command, "documents", List.class).size();
            boolean ordered = !Objects.equals(command.get("ordered"), false);
            Object stoppedAt = ((Document) errors.getFirst()).get("index");
            reply.put("n", ordered ? stoppedAt : Integer.valueOf(sent - errors.size()));
        }
        return reply;
    }
}
