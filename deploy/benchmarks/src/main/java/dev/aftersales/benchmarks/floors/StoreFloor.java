package dev.aftersales.benchmarks.floors;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Binary;

/** One document of 4 KB, inserted through the driver and acknowledged by the majority's journals. */
final class StoreFloor implements AutoCloseable {

    private static final int BYTES = 4096;
    private static final int WARM_UPS = 100;
    private static final int TIMES = 500;

    private final MongoClient client;
    private final MongoCollection<Document> documents;

    /** Bytes that no page compression shrinks. */
    private final byte[] content = new byte[BYTES];

    StoreFloor(String uri) {
        client = MongoClients.create(uri);
        documents = client.getDatabase("benchmark")
                .getCollection("documents")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        new Random(1).nextBytes(content);
    }

    Floor.Round round() {
        return Rounds.time(WARM_UPS, TIMES, () -> documents.insertOne(new Document("content", new Binary(content))));
    }

    @Override
    public void close() {
        client.close();
    }
}
