package dev.aftersales.claims.claims;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import dev.aftersales.chassis.aggregate.StateReader;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.Pass;
import java.time.Instant;
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

    /** One claim. One that cannot be read is a step, too: whoever goes over a million has not to stop at it. */
    public sealed interface Step {

        /** Behind this claim. */
        ClaimWalk.Place place();

        /**
         * A claim, as it is judged.
         *
         * @param facts of all of its lines, by the pass that they stand at
         */
        record Readable(Claim claim, Map<Pass, Facts> facts) implements Step {
            @Override
            public ClaimWalk.Place place() {
                return new ClaimWalk.Place(claim.submittedAt(), claim.id());
            }
        }

        /** A claim of which the record, or that of its contract, is not what it should be. */
        record Unreadable(ClaimWalk.Place place, RuntimeException failure) implements Step {}
    }

    private sealed interface InHand {
        record Good(Claim claim) implements InHand {}

        record Bad(Step.Unreadable step) implements InHand {}
    }

    private sealed interface Read<D> {
        record Chunk<D>(List<D> documents) implements Read<D> {}

        record End<D>() implements Read<D> {}

        record Failed<D>(RuntimeException failure) implements Read<D> {}
    }

    private final StateReader<Claim> reader;
    private final ClaimFacts.Walk facts;
    private final BlockingQueue<Read<RawBsonDocument>> ahead = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread fetching;
    private final Deque<InHand> inHand = new ArrayDeque<>(MOST_DOCUMENTS);
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
                    chunk.documents().forEach(document -> inHand.add(read(document)));
                    prepare();
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
        return switch (inHand.remove()) {
            case InHand.Bad bad -> bad.step();
            case InHand.Good good -> step(good.claim());
        };
    }

    private Step step(Claim claim) {
        try {
            return new Step.Readable(claim, facts.byPass(claim));
        } catch (RuntimeException e) {
            return new Step.Unreadable(new ClaimWalk.Place(claim.submittedAt(), claim.id()), ofItsOwn(e));
        }
    }

    private InHand read(RawBsonDocument document) {
        try {
            return new InHand.Good(reader.read(document));
        } catch (RuntimeException e) {
            // The walk's own query fields are readable wherever its query found them.
            return new InHand.Bad(new Step.Unreadable(
                    new ClaimWalk.Place(
                            Instant.ofEpochMilli(
                                    document.getDateTime(ClaimType.SUBMITTED_AT).getValue()),
                            document.getString("_id").getValue()),
                    ofItsOwn(e)));
        }
    }

    private void prepare() {
        List<Claim> claims = new ArrayList<>(inHand.size());
        for (InHand each : inHand) {
            if (each instanceof InHand.Good good) {
                claims.add(good.claim());
            }
        }
        try {
            facts.prepare(claims);
        } catch (RuntimeException e) {
            // Each claim looks for its own contract then, and only those whose contract it was go without.
            ofItsOwn(e);
        }
    }

    /** The failure, if the claim is the reason of it; what the store or its way is the reason of ends the walk. */
    private static RuntimeException ofItsOwn(RuntimeException failure) {
        if (failure instanceof MongoException || Outages.isOutage(failure)) {
            throw failure;
        }
        return failure;
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
