package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ClaimListIT {

    @LocalServerPort
    int port;

    GivenClaims given;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetition() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        List<String> submitted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            submitted.addFirst(given.submit(body(contract, null, serial)).at("$.id"));
        }

        // When
        List<String> listed = new ArrayList<>();
        String path = "/api/v1/claims?limit=2&contract=" + contract;
        for (String next = path; next != null; ) {
            Answer page = as(People.MARIA, next);
            listed.addAll(page.<List<String>>at("$.items[*].id"));
            List<String> cursor = page.at("$..next");
            next = cursor.isEmpty() ? null : path + "&cursor=" + cursor.getFirst();
        }

        // Then
        assertThat(listed).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(listed.getFirst()).isEqualTo(submitted.getFirst());
    }

    @Test
    void findsTheClaimsOfAUnitInWhateverLettersItIsAskedFor() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), null, serial)).at("$.id");

        // When
        Answer found = as(People.MARIA, "/api/v1/claims?serial=%20" + serial.toLowerCase(Locale.ROOT));

        // Then
        assertThat(found.<List<String>>at("$.items[*].id")).containsExactly(claim);
    }

    @ParameterizedTest
    @CsvSource({
        "state=AWAITING_EVIDENCE, 1",
        "state=CLOSED, 0",
        "quote=REQUESTED, 0",
        "batchIssue=bat-exporter.none.1, 0",
        "model=X1, 1",
        "model=x1%20, 1",
        "model=X2, 0",
        "submittedFrom=2020-01-01T00:00:00Z, 1",
        "submittedFrom=2120-01-01T00:00:00Z, 0",
        "submittedTo=2020-01-01T00:00:00Z, 0",
        "submittedTo=2120-01-01T00:00:00Z, 1"
    })
    void narrowsTheListByEachFilter(String filter, int found) {
        // Given
        String serial = unique("S");
        given.submit(body(given.contract(serial), null, serial));

        // When
        Answer answer = as(People.MARIA, "/api/v1/claims?serial=" + serial + "&" + filter);

        // Then
        assertThat(answer.<List<String>>at("$.items[*].id"))
                .as(answer.toString())
                .hasSize(found);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIA", "ANNA", "AMIRA", "TOMAS", "WANG", "VIKTOR"})
    void showsAClaimToItsCompanyAndToTheVendorsStaff(People person) {
        // Given
        String serial = unique("S");
        String id = given.submit(body(given.contract(serial), null, serial)).at("$.id");

        // When
        Answer answer = as(person, "/api/v1/claims?serial=" + serial);

        // Then
        assertThat(answer.<List<String>>at("$.items[*].id")).containsExactly(id);
        assertThat(as(person, "/api/v1/claims/" + id).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHEN", "CARL", "BO", "TARA", "WALT", "VERA"})
    void hidesAClaimFromOtherCompaniesAndVendors(People person) {
        // Given
        String serial = unique("S");
        String id = given.submit(body(given.contract(serial), null, serial)).at("$.id");

        // When
        Answer list = as(person, "/api/v1/claims?serial=" + serial);

        // Then
        assertThat(list.<List<String>>at("$.items[*].id")).isEmpty();
        for (String part : List.of("", "/timeline", "/decision")) {
            assertThat(as(person, "/api/v1/claims/" + id + part).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=x, bad-cursor",
        "banana=1, invalid",
        "readng=R-A1, invalid",
        "limit=0, bad-limit",
        "limit=201, bad-limit",
        "state=ODD, invalid",
        "quote=ODD, invalid"
    })
    void refusesAListThatMakesNoSense(String query, String problem) {
        // When
        Answer answer = as(People.MARIA, "/api/v1/claims?" + query);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + problem);
    }

    @ParameterizedTest
    @CsvSource({"R-NOPE", "R-B1"})
    void refusesAReadingThatNoVersionOfTheVendorHas(String reading) {
        // When
        Answer answer = as(People.ANNA, "/api/v1/claims?reading=" + reading);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:reading-unknown");
        assertThat(answer.<List<String>>at("$.readings"))
                .contains("R-A13")
                .allMatch(known -> as(People.ANNA, "/api/v1/claims?limit=1&reading=" + known)
                                .status()
                        == 200);
    }

    private Answer as(People person, String path) {
        return Api.at(port).as(person).get(path);
    }
}
