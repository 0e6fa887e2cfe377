package dev.aftersales.failpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondWriteTest {

    private static final Document EVENT = new Document("seq", 4L);

    @TempDir
    private Path directory;

    private final List<Document> written = new ArrayList<>();

    @Test
    void insertsWithoutTheEventsAndAddsThemAfterwards() {
        collection()
                .insertOne(new Document("_id", "a")
                        .append("lastSequence", 1L)
                        .append("outbox", List.of(EVENT))
                        .append("pendingSince", "now"));

        assertThat(written)
                .containsExactly(
                        new Document("_id", "a").append("lastSequence", 0L).append("outbox", List.of()),
                        new Document("$push", new Document("outbox", new Document("$each", List.of(EVENT))))
                                .append("$min", new Document("pendingSince", "now"))
                                .append("$set", new Document("lastSequence", 1L)));
    }

    @Test
    void changesWithoutTheEventsAndAddsThemAfterwards() {
        Document outbox = new Document("outbox", new Document("$each", List.of(EVENT)));
        collection()
                .findOneAndUpdate(
                        new Document("_id", "a"),
                        new Document("$inc", new Document("version", 1L))
                                .append("$min", new Document("pendingSince", "now"))
                                .append("$set", new Document("state", "s").append("lastSequence", 4L))
                                .append("$push", outbox),
                        new FindOneAndUpdateOptions());

        assertThat(written)
                .containsExactly(
                        new Document("$inc", new Document("version", 1L)).append("$set", new Document("state", "s")),
                        new Document("$push", outbox)
                                .append("$min", new Document("pendingSince", "now"))
                                .append("$set", new Document("lastSequence", 4L)));
    }

    @Test
    void leavesAWriteWithoutEventsAsItIs() {
        Document silent = new Document("_id", "a").append("outbox", List.of());

        collection().insertOne(silent);

        assertThat(written).containsExactly(silent);
    }

    /** Behind the fault a collection that writes down what it is told to write. */
    @SuppressWarnings("unchecked")
    private MongoCollection<Document> collection() {
        Object store = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MongoCollection.class}, (proxy, method, arguments) -> {
                    boolean insert = method.getName().equals("insertOne");
                    written.add((Document) arguments[insert ? 0 : 1]);
                    return insert ? null : new Document("_id", "a");
                });
        Spec spec = Spec.all("outbox-in-a-second-write:delay=1:file=" + directory.resolve("told"))
                .getFirst();
        return (MongoCollection<Document>)
                Faults.of(spec, new Journal(spec)).getFirst().interception().returned(store);
    }
}
