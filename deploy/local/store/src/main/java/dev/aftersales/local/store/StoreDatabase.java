package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import dev.aftersales.local.store.OrderedIndex.IndexRules;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** A database: each collection is one map of the file; its list of collections and of indexes are two more. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<DocumentKey> {

    static final String MAP_PREFIX = "documents.";

    private final StoreContext context;
    private final Map<StoreCollection, List<OrderedIndex>> unfilled = new HashMap<>();
    private final boolean open;
    private @Nullable Document creating;

    StoreDatabase(String name, StoreContext context, CursorRegistry registry) {
        super(name, registry);
        this.context = context;
        initializeNamespacesAndIndexes();
        unfilled.forEach(StoreCollection::fill);
        unfilled.clear();
        open = true;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(java.util.Locale.ROOT)) {
            case "find" -> {
                boolean single = Objects.equals(query.get("singleBatch"), true);
                int limit = query.get("limit") instanceof Number n ? Math.abs(n.intValue()) : 0;
                int asked = query.get("batchSize") instanceof Number n ? n.intValue() : 0;
                query.put("batchSize", single && limit > 0 ? limit : asked > 0 ? asked : StreamCursor.FIRST_BATCH);
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "aggregate" -> aggregate(command, query, databases, oplog);
            case "update" ->
                new OrderedUpdates(query).run(part -> super.handleCommand(channel, command, part, databases, oplog));
            case "insert" ->
                InsertReply.corrected(query, super.handleCommand(channel, command, query, databases, oplog));
            case "dropindexes" -> dropIndexes(query);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    boolean hasCollection(String name) {
        return resolveCollection(name, false) != null;
    }

    @Override
    protected synchronized MongoCollection<DocumentKey> resolveOrCreateCollection(String name) {
        return super.resolveOrCreateCollection(name);
    }

    @Override
    protected MongoCollection<DocumentKey> openOrCreateCollection(String name, CollectionOptions options) {
        refuseWithoutRoom();
        StoreCollection collection = new StoreCollection(this, name, options, map(name), context, cursorRegistry);
        if (!name.startsWith("system.")) {
            collection.addIndex(collection.idOrder());
        }
        return collection;
    }

    @Override
    protected synchronized void addIndex(Document description) {
        Document outer = creating; // making the collection adds its _id index first
        creating = description;
        try {
            StoreCollection collection = (StoreCollection) resolveCollection(collectionOf(description), false);
            Index<DocumentKey> existing = collection == null ? null : collection.index(nameOf(description));
            if (existing instanceof OrderedIndex ordered && ordered.hasSameOptions(described(description))) {
                return;
            }
            refuseWithoutRoom();
            super.addIndex(description);
        } finally {
            creating = outer;
        }
    }

    @Override
    protected Index<DocumentKey> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return openOrCreate(collectionName, indexName);
    }

    @Override
    protected Index<DocumentKey> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return openOrCreate(collectionName, indexName);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        StoreCollection collection = (StoreCollection) resolveCollection(name, true);
        List.copyOf(collection.getIndexes()).forEach(index -> collection.dropIndex(index.getName()));
        if (indexes.get() != null) {
            indexes.get().deleteDocuments(new Document("ns", collection.getFullName()), 0);
        }
        unregisterCollection(name);
        context.file().removeMap(map(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(20, "IllegalOperation", "collections cannot be renamed");
    }

    @Override
    protected long getStorageSize() {
        return context.file().getFileStore() == null
                ? 0
                : context.file().getFileStore().size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    /** A leading {@code $match} is a query; what follows it sees only its result. */
    private Document aggregate(String command, Document query, DatabaseResolver databases, Oplog oplog) {
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        StoreCollection collection =
                query.get(command) instanceof String name ? (StoreCollection) resolveCollection(name, false) : null;
        Document filter = new Document();
        if (!pipeline.isEmpty() && pipeline.getFirst().get("$match") instanceof Document match) {
            filter = match;
            pipeline = pipeline.subList(1, pipeline.size());
        }
        Aggregation aggregation = Aggregation.fromPipeline(pipeline, databases, this, collection, oplog);
        aggregation.validate(query);
        Iterator<Document> results = collection == null
                ? List.<Document>of().iterator()
                : aggregation.runStages(documents(collection, filter)).iterator();
        Document cursor = query.get("cursor") instanceof Document d ? d : new Document();
        int batch = cursor.get("batchSize") instanceof Number n && n.intValue() > 0
                ? n.intValue()
                : StreamCursor.FIRST_BATCH;
        QueryResult result = collection == null ? new QueryResult() : collection.reply(sized(results), batch, null);
        return new Document(
                        "cursor",
                        new Document("id", result.getCursorId())
                                .append("ns", getDatabaseName() + "." + query.get(command))
                                .append("firstBatch", result.collectDocuments()))
                .append("ok", 1.0);
    }

    private static Stream<Document> documents(StoreCollection collection, Document filter) {
        Iterator<StreamCursor.Found> found = collection.find(filter, null, 0, 0);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED), false)
                .map(StreamCursor.Found::document);
    }

    private static Iterator<StreamCursor.Found> sized(Iterator<Document> results) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, Spliterator.ORDERED), false)
                .map(document -> new StreamCursor.Found(
                        new DocumentKey(new byte[0]), document, DocumentBytes.encode(document).length))
                .iterator();
    }

    private Document dropIndexes(Document query) {
        StoreCollection collection = (StoreCollection) resolveCollection((String) query.get("dropIndexes"), true);
        Object which = query.get("index");
        List<Index<DocumentKey>> chosen = collection.getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .filter(index -> Objects.equals(which, "*")
                        || index.getName().equals(which)
                        || which instanceof Document keys
                                && keys.equals(index.toIndexDescription().get("key")))
                .toList();
        if (chosen.isEmpty() && !Objects.equals(which, "*")) {
            throw new MongoServerError(27, "IndexNotFound", "no such index");
        }
        for (Index<DocumentKey> index : chosen) {
            collection.dropIndex(index.getName());
            indexes.get()
                    .deleteDocuments(new Document("ns", collection.getFullName()).append("name", index.getName()), 0);
        }
        return new Document("ok", 1.0);
    }

    /** What is only opened needs no room. */
    private void refuseWithoutRoom() {
        if (open && !context.reserve().held()) {
            throw context.reserve().refusal();
        }
    }

    private Index<DocumentKey> openOrCreate(String collectionName, String indexName) {
        StoreCollection collection = (StoreCollection) resolveOrCreateCollection(collectionName);
        if (indexName.equals(collection.idOrder().getName())) {
            return collection.idOrder();
        }
        OrderedIndex index = described(creating != null ? creating : stored(collection.getFullName(), indexName));
        if (!open) {
            unfilled.computeIfAbsent(collection, c -> new ArrayList<>()).add(index);
        } else if (collection.index(indexName) == null) {
            collection.fill(List.of(index));
        }
        return index;
    }

    private Document stored(String namespace, String indexName) {
        return indexes.get()
                .handleQuery(new Document("ns", namespace).append("name", indexName))
                .iterator()
                .next();
    }

    private static OrderedIndex described(Document description) {
        List<IndexKey> keys = new ArrayList<>();
        Required.field(description, "key", Document.class)
                .forEach((path, direction) ->
                        keys.add(new IndexKey(path, !(direction instanceof Number n) || n.intValue() > 0)));
        return new OrderedIndex(
                nameOf(description),
                keys,
                new IndexRules(
                        Objects.equals(description.get("unique"), true),
                        Objects.equals(description.get("sparse"), true),
                        (Document) description.get("partialFilterExpression")));
    }

    private static String nameOf(Document description) {
        return Required.field(description, "name", String.class);
    }

    private String collectionOf(Document description) {
        return Required.field(description, "ns", String.class)
                .substring(getDatabaseName().length() + 1);
    }

    private MVMap<byte[], byte[]> map(String collectionName) {
        return context.file()
                .openMap(
                        MAP_PREFIX + getFullCollectionNamespace(collectionName),
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(ByteArrayDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE));
    }
}
