package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An update command with several updates, run one by one so that an ordered one ends at its first error. */
final class OrderedUpdates {

    private final Document command;
    private final List<Document> updates;
    private final boolean ordered;
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int matched;
    private int modified;

    @SuppressWarnings("unchecked")
    OrderedUpdates(Document command) {
        this.command = command;
        this.updates = Required.field(command, "updates", List.class);
        this.ordered = !Objects.equals(command.get("ordered"), false);
    }

    Document run(UnaryOperator<Document> single) {
        for (int i = 0; i < updates.size(); i++) {
            Document part = command.clone();
            part.put("updates", List.of(updates.get(i)));
            Document reply = single.apply(part);
            matched += Required.field(reply, "n", Integer.class);
            modified += Required.field(reply, "nModified", Integer.class);
            take(reply.get("upserted"), i, upserted);
            take(reply.get("writeErrors"), i, errors);
            if (ordered && !errors.isEmpty()) {
                break;
            }
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }

    private static void take(@Nullable Object parts, int index, List<Document> into) {
        if (parts instanceof Iterable<?> found) {
            for (Object part : found) {
                Document moved = new Document((Document) part);
                moved.put("index", index);
                into.add(moved);
            }
        }
    }
}
