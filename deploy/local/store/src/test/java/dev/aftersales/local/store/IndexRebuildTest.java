package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is opened again has its indexes again, with all that they find and forbid. */
class IndexRebuildTest {

    private static final int DOCUMENTS = 200;

    @TempDir
    Path directory;

    @BeforeEach
    void aStoreThatWasClosed() {
        opened((store, claims) -> {
            claims.createIndex(Indexes.ascending("state.kind", "_id"));
            claims.createIndex(
                    Indexes.ascending("lines.part"),
                    new IndexOptions()
                            .partialFilterExpression(
                                    new Document("open", true).append("meta.rank", new Document("$gt", 10))));
            claims.createIndex(
                    Indexes.ascending("key"),
                    new IndexOptions().unique(true).partialFilterExpression(and(exists("seal"), exists("meta.rank"))));
            for (int i = 0; i < DOCUMENTS; i++) {
                claims.insertOne(new Document("_id", i)
                        .append("text", "the fan does not turn")
                        .append("meta", new Document("rank", i))
                        .append("state", new Document("kind", "K" + i % 4).append("since", i))
                        .append("lines", List.of(new Document("part", "P" + i % 3), new Document("part", "Q")))
                        .append("open", i % 2 == 0)
                        .append("key", "k" + i)
                        .append("seal", 1));
            }
        });
    }

    @Test
    void findsByANestedField() {
        opened((store, claims) -> assertFoundByIndex(store, claims, eq("state.kind", "K1"), DOCUMENTS / 4));
    }

    @Test
    void findsByElementsOfAnArrayWhatAPartialIndexHolds() {
        opened((store, claims) -> assertFoundByIndex(
                store,
                claims,
                and(eq("lines.part", "Q"), eq("open", true), gt("meta.rank", 10)),
                (DOCUMENTS - 12) / 2));
    }

    @Test
    void forbidsWhatAPartialUniqueIndexForbids() {
        opened((store, claims) -> {
            assertThatThrownBy(() -> claims.insertOne(
                            new Document("key", "k7").append("seal", 1).append("meta", new Document("rank", 0))))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            claims.insertOne(new Document("key", "k7").append("seal", 1));
        });
    }

    /** Without the index it would look at more than it finds. */
    private static void assertFoundByIndex(
            EmbeddedStore store, MongoCollection<Document> claims, Bson filter, int expected) {
        long before = store.documentsExamined();
        assertThat(claims.find(filter).into(new ArrayList<>())).hasSize(expected);
        assertThat(store.documentsExamined() - before).isEqualTo(expected);
    }

    private void opened(BiConsumer<EmbeddedStore, MongoCollection<Document>> with) {
        try (EmbeddedStore store = EmbeddedStore.at(directory);
                MongoClient client = MongoClients.create(store.uri())) {
            with.accept(store, client.getDatabase("rebuild").getCollection("claims"));
        }
    }
}
