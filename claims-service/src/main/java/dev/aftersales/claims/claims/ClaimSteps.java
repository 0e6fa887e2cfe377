package dev.aftersales.claims.claims;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import dev.aftersales.chassis.aggregate.StateReader;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.Pass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bson.RawBsonDocument;

/**
 * The claims of one walk. A second thread asks the store for the next ones while the last ones are in hand; how far it may
 * run ahead is bounded in documents and in bytes, whatever claims there are.
 */
public final class ClaimSteps implements Iterator<ClaimSteps.Step>, AutoCloseable {

    private static final int MOST_DOCUMENTS = 64;
    private static final int MOST_BYTES = 1 << 20;
    private static final int CHUNKS_AHEAD = 4;

    /**
     * One claim.
     *
     * @param facts of all of its lines, by the pass that they stand at
     */
    public record Step(Claim claim, Map<Pass, Facts> facts) {}

    private sealed interface Read<D> {
        record Chunk<D>(List<D> documents) implements Read<D> {}

        record End<D>() implements Read<D> {}

        record Failed<D>(RuntimeException failure) implements Read<D> {}
    }

    private final StateReader<Claim> reader;
    private final ClaimFacts.Walk facts;
    private final BlockingQueue<Read<RawBsonDocument>> ahead = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread fetching;
    private final Deque<Claim> inHand = new ArrayDeque<>(MOST_DOCUMENTS);
    private boolean ended;

    ClaimSteps(FindIterable<RawBsonDocument> found, StateReader<Claim> reader, ClaimFacts.Walk facts) {
        this.reader = reader;
        this.facts = facts;
        this.fetching = Thread.ofVirtual().name("claim-walk").start(() -> fetch(found));
    }

    /** @throws com.mongodb.MongoException when the store cannot be read */
    @Override
    public boolean hasNext() {
        while (inHand.isEmpty() && !ended) {
            switch (next(ahead)) {
                case Read.Chunk<RawBsonDocument> chunk -> {
                    chunk.documents().forEach(document -> inHand.add(reader.read(document)));
                    facts.prepare(inHand);
                }
                case Read.End<RawBsonDocument> end -> ended = true;
                case Read.Failed<RawBsonDocument> failed -> throw failed.failure();
            }
        }
        return !inHand.isEmpty();
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Claim claim = inHand.remove();
        return new Step(claim, facts.byPass(claim));
    }

    @Override
    public void close() {
        ended = true;
        inHand.clear();
        fetching.interrupt();
    }

    private void fetch(FindIterable<RawBsonDocument> found) {
        try {
            try (MongoCursor<RawBsonDocument> cursor = found.cursor()) {
                List<RawBsonDocument> chunk = new ArrayList<>(MOST_DOCUMENTS);
                int bytes = 0;
                while (cursor.hasNext()) {
                    RawBsonDocument document = cursor.next();
                    chunk.add(document);
                    bytes += document.getByteBuffer().remaining();
                    if (chunk.size() == MOST_DOCUMENTS || bytes >= MOST_BYTES) {
                        ahead.put(new Read.Chunk<>(chunk));
                        chunk = new ArrayList<>(MOST_DOCUMENTS);
                        bytes = 0;
                    }
                }
                ahead.put(new Read.Chunk<>(chunk));
                ahead.put(new Read.End<>());
            } catch (RuntimeException e) {
                ahead.put(new Read.Failed<>(e));
            }
        } catch (InterruptedException e) {
            // The walk was closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    private static Read<RawBsonDocument> next(BlockingQueue<Read<RawBsonDocument>> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while walking over claims", e);
        }
    }
}
