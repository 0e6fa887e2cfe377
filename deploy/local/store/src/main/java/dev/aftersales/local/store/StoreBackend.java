package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Answers the handshake that the driver opens with, and commits before the reply leaves. */
final class StoreBackend extends H2Backend {

    StoreBackend(@Nullable String file) {
        super(new MVStore.Builder().fileName(file).autoCommitDisabled().open());
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            Document reply = super.handleCommand(channel, databaseName, "ismaster", query);
            reply.put("isWritablePrimary", true);
            reply.put("helloOk", true);
            return reply;
        }
        Document reply = super.handleCommand(channel, databaseName, command, query);
        if (getMvStore().hasUnsavedChanges()) {
            commit();
        }
        return reply;
    }
}
