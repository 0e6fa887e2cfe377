package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands. The reply to a write leaves when the write is on disk; so does the reply to a read that asks for
 * majority. It offers no sessions, so drivers attempt neither transactions nor retryable writes.
 */
final class StoreBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(StoreBackend.class);

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");
    private static final Set<String> CREATING_WRITES = Set.of("insert", "update", "findandmodify");
    private static final Set<String> DEFINITIONS =
            Set.of("create", "createindexes", "dropindexes", "drop", "dropdatabase");
    private static final Set<String> TIDYING = Set.of("delete", "drop", "dropindexes", "dropdatabase");
    private static final int INTERNAL_ERROR = 1;

    private final StoreContext context;

    StoreBackend(StoreContext context) {
        this.context = context;
        context.file().getMapNames().stream()
                .filter(name -> name.startsWith(StoreDatabase.MAP_PREFIX))
                .map(name -> name.substring(StoreDatabase.MAP_PREFIX.length()))
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            String command = message.getDocument().keySet().iterator().next();
            log.error("command {} failed", command, e);
            return refusal(new MongoServerError(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello") || name.equals("ismaster")) {
            return hello(channel, databaseName, query);
        }
        refuseWithoutRoom(name, query);
        boolean awaited =
                WRITES.contains(name) || DEFINITIONS.contains(name) || asksForMajority(query) || writesResult(query);
        Document reply;
        try {
            reply = carriedOut(channel, databaseName, command, query);
        } catch (RuntimeException e) {
            if (awaited) {
                context.commit().awaitDurable(); // also a refusal may rest on what another has just written
            }
            throw e;
        }
        if (awaited) {
            try {
                context.commit().awaitDurable();
            } catch (MongoServerError e) {
                if (!WRITES.contains(name)) {
                    throw e;
                }
                // Done, seen by others, and on disk as soon as there is room: neither an acknowledgment nor a refusal.
                reply.put(
                        "writeConcernError",
                        new Document("code", e.getCode())
                                .append("codeName", e.getCodeName())
                                .append("errmsg", e.getMessageWithoutErrorCode()));
            }
        }
        return reply;
    }

    private Document carriedOut(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        MVStore.TxCounter version = context.file().registerVersionUsage();
        try {
            if (DEFINITIONS.contains(name)) {
                return context.commit().undivided(() -> super.handleCommand(channel, databaseName, command, query));
            }
            if (CREATING_WRITES.contains(name)) {
                createIfMissing(databaseName, Required.field(query, command, String.class));
            }
            return super.handleCommand(channel, databaseName, command, query);
        } finally {
            context.file().deregisterVersionUsage(version);
        }
    }

    /**
     * Refuses what would need room on a full disk. Deletions go on as long as there is a little, because they make some.
     * An index that is there already needs none, so that a service can start: its definition is looked at later.
     */
    private void refuseWithoutRoom(String name, Document query) {
        boolean room = context.reserve().held()
                || !WRITES.contains(name) && !DEFINITIONS.contains(name) && !writesResult(query)
                || name.equals("createindexes")
                || TIDYING.contains(name) && context.reserve().roomToTidy();
        if (!room) {
            throw context.reserve().refusal();
        }
    }

    @Override
    public void close() {
        super.close();
        context.file().close();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoreDatabase(databaseName, context, getCursorRegistry());
    }

    @Override
    protected Document handleGetMore(String databaseName, String command, Document query) {
        long id = Required.field(query, command, Number.class).longValue();
        int batchSize = query.get("batchSize") instanceof Number n ? n.intValue() : 0;
        StreamCursor cursor = context.cursors().get(id);
        List<Document> batch = cursor.takeDocuments(batchSize);
        boolean finished = cursor.isEmpty();
        if (finished) {
            context.cursors().close(id);
        }
        Document reply = new Document("id", finished ? 0L : id)
                .append("ns", databaseName + "." + query.get("collection"))
                .append("nextBatch", batch);
        return new Document("cursor", reply).append("ok", 1.0);
    }

    @Override
    protected Document handleKillCursors(Document query) {
        List<Object> killed = new ArrayList<>();
        List<Object> unknown = new ArrayList<>();
        for (Object id : Required.field(query, "cursors", List.class)) {
            (context.cursors().close(((Number) id).longValue()) ? killed : unknown).add(id);
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("ok", 1.0);
    }

    /** As a standalone server answers; without {@code logicalSessionTimeoutMinutes} there are no sessions. */
    private Document hello(Channel channel, String databaseName, Document query) {
        Document reply = super.handleCommand(channel, databaseName, "ismaster", query);
        reply.put("isWritablePrimary", true);
        reply.put("helloOk", true);
        reply.put("readOnly", false);
        return reply;
    }

    private void createIfMissing(String databaseName, String collection) {
        StoreDatabase database = (StoreDatabase) resolveDatabase(databaseName);
        if (!database.hasCollection(collection)) {
            context.commit().undivided(() -> database.resolveOrCreateCollection(collection));
        }
    }

    private static boolean asksForMajority(Document query) {
        return query.get("readConcern") instanceof Document concern && "majority".equals(concern.get("level"));
    }

    private static boolean writesResult(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$merge") || last.containsKey("$out"));
    }

    private static Document refusal(MongoServerException e) {
        Document reply = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            reply.put("code", error.getCode());
            @Nullable String codeName = error.getCodeName();
            if (codeName != null) {
                reply.put("codeName", codeName);
            }
        }
        return reply;
    }
}
