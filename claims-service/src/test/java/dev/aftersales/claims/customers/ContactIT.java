package dev.aftersales.claims.customers;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import dev.aftersales.testing.Topics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ContactIT {

    private static final String ME = "/api/v1/customers/me";
    private static final String CONTACT = """
            {"name":"Jo March","email":"jo@nordwind.example","phone":"+49 40 1234","language":"en",\
            "address":{"recipient":"Nordwind","street":"Kai 1","city":"Hamburg","postalCode":"20457","country":"DE"}}""";

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    String person;
    Api jo;

    @BeforeEach
    void beSomebodyNew() {
        person = unique("jo");
        jo = Api.at(port)
                .withToken(TestIssuer.shared()
                        .token(person)
                        .org("nordwind")
                        .vendors("exporter")
                        .roles("customer")
                        .sign());
    }

    @Test
    void showsWhatWasPutAndNothingBefore() {
        // Given
        assertThat(jo.get(ME).status()).isEqualTo(404);

        // When
        Answer put = jo.put(ME, CONTACT);

        // Then
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.<Integer>at("$.version")).isEqualTo(1);
        assertThat(jo.get(ME).text()).isEqualTo(put.text());
        assertThat(put.<String>at("$.address.city")).isEqualTo("Hamburg");
    }

    @Test
    void writesAndTellsNothingWhenTheContactIsTheSame() {
        // Given
        jo.put(ME, CONTACT);

        // When
        Answer again = jo.put(ME, CONTACT);
        Answer changed = jo.put(ME, CONTACT.replace("Kai 1", "Kai 2"));

        // Then
        assertThat(again.<Integer>at("$.version")).isEqualTo(1);
        assertThat(changed.<Integer>at("$.version")).isEqualTo(2);
        assertThat(database.getCollection("customers").find(new Document("state.person", person)))
                .singleElement()
                .satisfies(customer -> assertThat(List.of(customer.get("version"), customer.get("lastSequence")))
                        .containsExactly(2L, 2L));
    }

    @Test
    void keepsAndTellsNoContactInTheClear() {
        // When
        jo.put(ME, CONTACT.replace("jo@nordwind.example", "clearly.jo@nordwind.example"));

        // Then
        List<Message> told = Topics.await("customers", messages -> !messages.isEmpty());
        assertThat(told).noneMatch(message -> message.text().contains("clearly"));
        for (String collection : List.of("customers", "customer-keys")) {
            for (Document document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("clearly").doesNotContain("March");
            }
        }
    }

    @Test
    void makesOneKeyAndOneVersionOfEqualContactsAtOnce() throws Exception {
        // When
        List<Future<Answer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            answers = threads.invokeAll(IntStream.range(0, 10)
                    .<Callable<Answer>>mapToObj(i -> () -> jo.put(ME, CONTACT))
                    .toList());
        }

        // Then
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
            assertThat(answer.get().<Integer>at("$.version")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Jo\",\"language\":\"en\"}",
                "{\"name\":\"Jo\",\"email\":\"not one\",\"language\":\"en\"}",
                "{\"name\":\"Jo\\r\\nBcc: x@y.example\",\"email\":\"jo@x.example\",\"language\":\"en\"}",
                "{\"name\":\"Jo\",\"email\":\"jo@x.example\",\"language\":\"english please\"}"
            })
    void refusesAContactThatNoMailCouldBeSentTo(String contact) {
        assertThat(jo.put(ME, contact).status()).isEqualTo(400);
    }

    @Test
    void servesKeysToFellowServicesAlone() {
        assertThat(Api.at(port)
                        .as(People.FELLOW)
                        .get("/internal/v1/customer-keys/cus-none")
                        .status())
                .isEqualTo(404);
        assertThat(Api.at(port)
                        .as(People.OLGA)
                        .get("/internal/v1/customer-keys/cus-none")
                        .status())
                .isEqualTo(403);
    }
}
