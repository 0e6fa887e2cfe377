package dev.aftersales.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What a driver, a health check and an operator ask of the store itself. */
class StoreCommandsContractTest extends StoreContract {

    @Test
    void answersTheCommandsOfHealthAndHandshake() {
        assertThat(database.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"))
                .isTrue();
        assertThat(client.getDatabase("admin")
                        .runCommand(new Document("hello", 1))
                        .getInteger("maxWireVersion"))
                .isPositive();
        assertThat(database.runCommand(new Document("isMaster", 1)).getBoolean("ismaster"))
                .isTrue();
        assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
        assertThat(database.runCommand(new Document("buildInfo", 1)).getString("version"))
                .isNotEmpty();
    }

    @Test
    void keepsTwoDatabasesApart() {
        MongoDatabase other = client.getDatabase("contract2");
        other.getCollection("claims").insertOne(new Document("_id", 1).append("from", "other"));
        claims.insertOne(new Document("_id", 1).append("from", "this"));
        database.drop();
        assertThat(claims.countDocuments()).isZero();
        assertThat(other.getCollection("claims").find().first()).containsEntry("from", "other");
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).contains("contract2");
        other.drop();
    }
}
