package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TopicsIT {

    @Test
    void readsAnEventBackAsItWasSent() {
        // When
        String id = Topics.event("claims.claim-submitted.v1")
                .subject("claim-1")
                .sequence(1)
                .json("{\"lines\":[{\"serial\":\"S1\"}]}")
                .to("topics-it-events");

        // Then
        Message message = Topics.awaitEvent("topics-it-events", "claims.claim-submitted.v1", "claim-1");
        assertThat(id).isEqualTo("topics-it-events/claim-1/1").isEqualTo(message.header("ce_id"));
        assertThat(message.key()).isEqualTo("claim-1");
        assertThat(message.header("ce_sequence")).isEqualTo("1");
        assertThat(message.<String>at("$.lines[0].serial")).isEqualTo("S1");
    }

    @Test
    void readsFromTheBeginningEachTime() {
        // Given
        Topics.produce("topics-it-raw", "k", Map.of("a", "b"), new byte[] {1});
        Topics.await("topics-it-raw", messages -> messages.size() == 1);

        // When
        Topics.produce("topics-it-raw", "k", Map.of(), null);

        // Then
        assertThat(Topics.await("topics-it-raw", messages -> messages.size() == 2))
                .extracting(Message::text)
                .containsExactly("\u0001", "");
    }

    @Test
    void findsNothingOnATopicThatDoesNotExist() {
        assertThat(Topics.read("topics-it-missing")).isEmpty();
    }

    @Test
    void refusesAnEventWithoutIdentity() {
        assertThatThrownBy(() -> Topics.event("t").subject("s").to("topics-it-events"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storeAnswersTheDriver() {
        try (MongoClient client = MongoClients.create(Infrastructure.storeUri())) {
            var collection = client.getDatabase(Infrastructure.databaseName()).getCollection("proof", Document.class);
            collection.insertOne(new Document("_id", 1));
            assertThat(collection.find().first()).containsEntry("_id", 1);
        }
    }
}
