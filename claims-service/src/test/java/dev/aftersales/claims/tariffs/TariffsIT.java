package dev.aftersales.claims.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class TariffsIT {

    @LocalServerPort
    int port;

    private Api api;
    private String path;

    @BeforeEach
    void connect() {
        api = Api.at(port);
        path = "/api/v1/tariffs/" + GivenClaims.unique("t").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void keepsPricesToTheMinorUnit() {
        Answer created = api.as(People.FELIX).put(path, prices("0.1", "EUR"));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        Answer shown = api.as(People.ANNA).get(path);
        assertThat(shown.<String>at("$.prices[0].price.amount")).isEqualTo("0.10");
        assertThat(shown.<Integer>at("$.revision")).isEqualTo(1);
    }

    @Test
    void countsOnlyEntriesThatChangeSomething() {
        api.as(People.FELIX).put(path, prices("1.00", "EUR"));
        Answer same = api.as(People.FELIX).put(path, prices("1", "EUR"));
        Answer other = api.as(People.PETRA).put(path, prices("2", "EUR"));

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.<Integer>at("$.revision")).isEqualTo(1);
        assertThat(other.<Integer>at("$.revision")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoExactAmount() {
        Answer answer = api.as(People.FELIX).put(path, prices("0.001", "EUR"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(api.as(People.FELIX).get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesContradictions() {
        Answer answer = api.as(People.FELIX).put(path, """
                {"prices":[{"type":"LABOUR","part":"P-1","unit":"HOUR","price":{"amount":"1","currency":"EUR"}}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo("prices[0].part");
    }

    @Test
    void isNotThereForAnotherVendor() {
        api.as(People.FELIX).put(path, prices("1", "EUR"));

        assertThat(api.as(People.FRIDA).get(path).status()).isEqualTo(404);
    }

    private static String prices(String amount, String currency) {
        return """
                {"prices":[{"type":"LABOUR","unit":"HOUR","price":{"amount":"%s","currency":"%s"}}]}""".formatted(amount, currency);
    }
}
