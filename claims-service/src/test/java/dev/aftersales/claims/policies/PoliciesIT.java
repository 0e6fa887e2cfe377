package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class PoliciesIT {

    @LocalServerPort
    int port;

    @Test
    void listsTheVersionsOfTheCallersVendor() {
        // When
        Answer list = as(People.MARIA).get("/api/v1/policies");

        // Then
        assertThat(list.<List<String>>at("$.items[*].version")).containsExactly("A-1");
        assertThat(list.<Boolean>at("$.items[0].current")).isTrue();
        assertThat(list.<String>at("$.items[0].href")).isEqualTo("/api/v1/policies/A-1");
    }

    @Test
    void listsNothingForAVendorWithoutAPolicy() {
        // Given
        Api newcomer =
                Api.at(port).withToken(People.CARL.claims().vendors("newcomer").sign());

        // When / Then
        assertThat(newcomer.get("/api/v1/policies").<List<String>>at("$.items")).isEmpty();
    }

    @Test
    void showsAVersionWithItsClausesInBothLanguages() {
        // When
        Answer shown = as(People.CHEN).get("/api/v1/policies/A-1");

        // Then
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.<String>at("$.term.length")).isEqualTo("P12M");
        assertThat(shown.<String>at("$.zone")).isEqualTo("Asia/Shanghai");
        assertThat(shown.<String>at("$.clauses['A1.1'].en")).contains("bill of lading");
        assertThat(shown.<String>at("$.clauses['A1.1'].zh")).contains("提单");
        assertThat(shown.<String>at("$.readings['R-A15'].en")).contains("Paid repair");
        assertThat(shown.<List<String>>at("$.exclusions[0].causes")).startsWith("DROP", "IMPACT");
    }

    @Test
    void doesNotKnowAnotherVendorsVersion() {
        // When
        Answer foreign = as(People.CARL).get("/api/v1/policies/A-1");
        Answer missing = as(People.CARL).get("/api/v1/policies/A-9");

        // Then
        assertThat(List.of(foreign.status(), missing.status())).containsExactly(404, 404);
    }

    @Test
    void wantsAVendorFromWhoServesSeveral() {
        // When
        Answer unclear = as(People.OLGA).get("/api/v1/policies");
        Answer clear = as(People.OLGA).get("/api/v1/policies?vendor=exporter");

        // Then
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.<String>at("$.type")).isEqualTo("urn:aftersales:problem:vendor-needed");
        assertThat(clear.<List<String>>at("$.items[*].version")).containsExactly("A-1");
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }
}
