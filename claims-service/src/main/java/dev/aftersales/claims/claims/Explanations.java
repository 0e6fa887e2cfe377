package dev.aftersales.claims.claims;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.claims.adjudication.Explanation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The explanations of all verdicts: immutable documents under the id of their content, written before the claim that
 * names them, shared by every line that was judged alike.
 */
final class Explanations {

    private final MongoCollection<Document> collection;
    private final StateMapper states;

    Explanations(MongoDatabase database, StateMapper states) {
        this.collection = database.getCollection("explanations");
        this.states = states;
    }

    /** Keeps them; what is there already is the same. */
    void keep(List<Explanation> explanations) {
        for (Explanation explanation : explanations) {
            try {
                collection.insertOne(
                        new Document("_id", explanation.id()).append("content", states.toDocument(explanation)));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    /** The explanations of these ids, by id and in their order. */
    Map<String, Explanation> find(Collection<String> ids) {
        Map<String, Explanation> found = new HashMap<>();
        collection
                .find(Filters.in("_id", ids))
                .forEach(document -> found.put(
                        document.getString("_id"),
                        states.toState(document.get("content", Document.class), Explanation.class)));
        Map<String, Explanation> ordered = new LinkedHashMap<>();
        for (String id : ids) {
            Explanation explanation = found.get(id);
            if (explanation != null) {
                ordered.put(id, explanation);
            }
        }
        return ordered;
    }
}
