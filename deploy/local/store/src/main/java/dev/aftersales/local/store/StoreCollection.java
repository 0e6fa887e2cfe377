package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import dev.aftersales.local.store.StreamCursor.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection: documents as BSON in the order of their {@code _id}. One operation at a time, so each is atomic; every
 * read decodes its own copy, so nothing that a caller or a commit holds ever changes.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<DocumentKey> {

    private static final byte[] FIRST = {};

    private final MVMap<byte[], byte[]> documents;
    private final IdIndex idOrder;
    private final OpenCursors cursors;
    private final QueryWatch watch;
    private int mostUpdated;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<byte[], byte[]> documents,
            StoreContext context,
            CursorRegistry unused) {
        super(database, name, options, unused);
        this.documents = documents;
        this.idOrder = new IdIndex("_id_", documents);
        this.cursors = context.cursors();
        this.watch = context.watch();
    }

    static DocumentKey keyOf(Document document) {
        return new DocumentKey(KeyBytes.of(document.get("_id")));
    }

    IdIndex idOrder() {
        return idOrder;
    }

    @Nullable
    Index<DocumentKey> index(String name) {
        return getIndexes().stream()
                .filter(i -> i.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Fills new indexes in one pass, which reads of each document only what they hold. */
    synchronized void fill(List<OrderedIndex> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>();
        fresh.forEach(index -> names.addAll(index.fields()));
        FieldsOf indexed = new FieldsOf(names);
        try {
            for (Iterator<byte[]> keys = idOrder.entries(FIRST, null, false); keys.hasNext(); ) {
                DocumentKey key = new DocumentKey(keys.next());
                Document document = indexed.read(Objects.requireNonNull(documents.get(key.bytes())));
                fresh.forEach(index -> index.add(document, key, this));
            }
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
    }

    /** The documents that match, each read when it is asked for. */
    synchronized Iterator<Found> find(Document filter, @Nullable Document sort, int skip, int limit) {
        Planner planner = planner();
        Plan plan = planner.plan(filter, sort, limit > 0);
        Iterator<DocumentKey> union = plan.bounded() ? null : planner.union(filter);
        if (union == null && !plan.bounded() && !(filter.isEmpty() && plan.sorted())) {
            watch.scans(getFullName(), documents.size(), filter, sort);
        }
        Iterator<Found> found = matching(union == null ? plan.candidates() : union, filter);
        if (sort != null && !sort.isEmpty() && (union != null || !plan.sorted())) {
            int most = limit > 0 ? skip + limit : Integer.MAX_VALUE;
            found = stream(new TemporaryOrder(sort, most).of(found))
                    .map(this::read)
                    .filter(Objects::nonNull)
                    .iterator();
        }
        Stream<Found> window = stream(found).skip(skip);
        return (limit > 0 ? window.limit(limit) : window).iterator();
    }

    /** Puts the results in the reply as far as they fit, and the rest behind a cursor. */
    QueryResult reply(Iterator<Found> results, int batchSize, @Nullable Document projection) {
        StreamCursor cursor = new StreamCursor(cursors.newId(), this, results, batch -> projected(batch, projection));
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.keep(cursor);
        return new QueryResult(first, cursor);
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        int most = mostUpdated > 0 ? mostUpdated : limit;
        Iterator<Found> found = find(filter, sort, skip, most);
        if (batchSize > 0) {
            return reply(found, batchSize, projection);
        }
        if (most == 1) {
            return new QueryResult(
                    found.hasNext() ? projected(List.of(found.next().document()), projection) : List.of());
        }
        // The caller changes what it reads: all keys are taken first, and each document when its turn comes.
        List<DocumentKey> keys = new ArrayList<>();
        found.forEachRemaining(match -> keys.add(match.key()));
        return new QueryResult(() -> keys.stream()
                .map(this::getDocument)
                .filter(Objects::nonNull)
                .flatMap(document -> projected(List.of(document), projection).stream())
                .iterator());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        throw new UnsupportedOperationException("queries are planned");
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        mostUpdated = multi ? 0 : 1;
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            mostUpdated = 0;
        }
    }

    @Override
    public synchronized int count(@Nullable Document filter, int skip, int limit) {
        if (filter == null || filter.isEmpty()) {
            return super.count(filter, skip, limit);
        }
        int count = 0;
        for (Iterator<Found> found = find(filter, null, skip, Math.max(limit, 0)); found.hasNext(); ) {
            found.next();
            count++;
        }
        return count;
    }

    /** Jumps from value to value in an index, where one serves; each costs one document. */
    @Override
    public synchronized Document handleDistinct(Document command) {
        String path = Required.field(command, "key", String.class);
        Document filter = (Document) command.getOrDefault("query", new Document());
        Constraints constraints = new Constraints(filter);
        for (Index<DocumentKey> index : getIndexes()) {
            DistinctWalk walk =
                    index instanceof OrderedIndex ordered ? DistinctWalk.on(ordered, constraints, path) : null;
            if (walk != null) {
                Document reply = new Document("values", walk.values(this::read));
                reply.put("ok", 1.0);
                return reply;
            }
        }
        return super.handleDistinct(command);
    }

    @Override
    protected DocumentKey addDocumentInternal(Document document) {
        String idField = getIdField();
        DocumentKey key = new DocumentKey(KeyBytes.of(idField == null ? new ObjectId() : document.get(idField)));
        documents.put(key.bytes(), DocumentBytes.encode(document));
        return key;
    }

    @Override
    protected void handleUpdate(DocumentKey key, Document before, Document after) {
        documents.put(key.bytes(), DocumentBytes.encode(after));
    }

    @Override
    protected void removeDocument(DocumentKey key) {
        if (documents.remove(key.bytes()) == null) {
            throw new NoSuchElementException("no document " + key);
        }
    }

    @Override
    protected @Nullable Document getDocument(DocumentKey key) {
        byte[] bytes = documents.get(key.bytes());
        return bytes == null ? null : DocumentBytes.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<DocumentKey>> streamAllDocumentsWithPosition() {
        return stream(idOrder.entries(FIRST, null, false))
                .map(DocumentKey::new)
                .map(key -> new DocumentWithPosition<>(Objects.requireNonNull(getDocument(key)), key));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false; // a running total would be one more page in every commit
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("the data size is not tracked");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    private Planner planner() {
        List<KeyOrder> orders = new ArrayList<>(List.of(idOrder));
        getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(OrderedIndex.class::cast)
                .forEach(orders::add);
        return new Planner(orders);
    }

    private Iterator<Found> matching(Iterator<DocumentKey> candidates, Document filter) {
        return stream(candidates)
                .map(this::examine)
                .filter(Objects::nonNull)
                .filter(match -> documentMatchesQuery(match.document(), filter))
                .iterator();
    }

    private @Nullable Found examine(DocumentKey key) {
        watch.examinedOne();
        return read(key);
    }

    private @Nullable Found read(DocumentKey key) {
        byte[] bytes = documents.get(key.bytes());
        return bytes == null ? null : new Found(key, DocumentBytes.decode(bytes), bytes.length);
    }

    private List<Document> projected(List<Document> batch, @Nullable Document projection) {
        if (projection == null || projection.isEmpty() || batch.isEmpty()) {
            return batch;
        }
        return matchDocumentsFromStream(batch.stream(), new Document(), null, 0, 0, 0, projection)
                .collectDocuments();
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false);
    }
}
