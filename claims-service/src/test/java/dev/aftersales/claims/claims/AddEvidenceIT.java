package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class AddEvidenceIT {

    @LocalServerPort
    int port;

    GivenClaims given;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
    }

    @Test
    void goesOnToDiagnosisWhenThePhotoComes() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), null, serial)).at("$.id");
        String photo = given.photo(People.MARIA);

        // When
        Answer answer = add(People.MARIA, claim, "{\"evidenceIds\":[\"%s\"]}".formatted(photo));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        Message received = Topics.awaitEvent("claims", "claims.evidence-received.v1", claim);
        assertThat(received.<List<String>>at("$.evidenceIds")).containsExactly(photo);
        Message requested = Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
        assertThat(requested.<List<String>>at("$.evidenceIds")).containsExactly(photo);
    }

    @Test
    void splitsAQuantityIntoTheUnitsThatGotASerial() {
        // Given
        String one = unique("S");
        String two = unique("S");
        String contract = given.contract(one, two);
        String body =
                body(contract, given.photo(People.MARIA)).replace("\"serials\":[]", "\"lines\":[{\"quantity\":3}]");
        Answer submitted = given.submit(body);
        assertThat(submitted.<String>at("$.state")).as(submitted.toString()).isEqualTo("AWAITING_EVIDENCE");
        String claim = submitted.at("$.id");

        // When
        Answer answer = add(
                People.MARIA,
                claim,
                "{\"serials\":[{\"line\":1,\"serial\":\"%s\"},{\"line\":1,\"serial\":\"%s\"}]}".formatted(one, two));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<List<Integer>>at("$.lines[*].line")).containsExactly(1, 2, 3);
        assertThat(answer.<List<Integer>>at("$.lines[*].quantity")).containsExactly(1, 1, 1);
        assertThat(answer.<List<String>>at("$.lines[*].serial")).containsExactly(one, two);
        assertThat(answer.<List<String>>at("$.lines[*].state"))
                .containsExactly("IN_DIAGNOSIS", "IN_DIAGNOSIS", "AWAITING_EVIDENCE");
        Message requested = Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
        assertThat(requested.<List<String>>at("$.lines[*].serial")).containsExactly(one, two);
        Message received = Topics.awaitEvent("claims", "claims.evidence-received.v1", claim);
        ContractCheck.keepsItsContract(received);
        assertThat(received.<List<Integer>>at("$.lines[*].line")).containsExactly(1, 2, 3);
        assertThat(received.<List<String>>at("$.lines[*].serial")).containsExactly(one, two);
        assertThat(received.<List<Integer>>at("$.lines[*].quantity")).containsExactly(1, 1, 1);
    }

    @Test
    void changesNothingWhenTheSameIsSaidAgain() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), null, serial)).at("$.id");
        String body = "{\"evidenceIds\":[\"%s\"]}".formatted(given.photo(People.MARIA));
        Answer first = add(People.MARIA, claim, body);

        // When
        Answer second = add(People.MARIA, claim, body);

        // Then
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(given.timeline(claim).<List<String>>at("$.entries[*].what")).containsOnlyOnce("EVIDENCE_RECEIVED");
    }

    @Test
    void letsTheVendorsStaffAddWhatTheyUploaded() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), null, serial)).at("$.id");
        String photo = given.photo(People.AMIRA);

        // When
        Answer answer = add(People.AMIRA, claim, "{\"evidenceIds\":[\"%s\"]}".formatted(photo));

        // Then
        assertThat(answer.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        assertThat(Api.at(port)
                        .as(People.MARIA)
                        .get("/api/v1/evidence/" + photo)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesEvidenceThatNobodyAskedFor() {
        // Given
        String claim = given.admitted(unique("S"));

        // When
        Answer answer = add(People.MARIA, claim, "{\"evidenceIds\":[\"%s\"]}".formatted(given.photo(People.MARIA)));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:no-evidence-awaited");
    }

    @Test
    void refusesMoreSerialsThanTheLineHasUnits() {
        // Given
        String body = body(given.contract(unique("S")), given.photo(People.MARIA))
                .replace("\"serials\":[]", "\"lines\":[{\"quantity\":1}]");
        String claim = given.submit(body).at("$.id");

        // When
        Answer answer =
                add(People.MARIA, claim, "{\"serials\":[{\"line\":1,\"serial\":\"A\"},{\"line\":1,\"serial\":\"B\"}]}");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:serial-refused");
    }

    @Test
    void takesAnotherSerialForOneThatTheContractDoesNotKnow() {
        // Given
        String serial = unique("S");
        String mistyped = unique("T");
        String claim = given.submit(body(given.contract(serial), given.photo(People.MARIA), mistyped))
                .at("$.id");
        assertThat(given.state(claim)).isEqualTo("AWAITING_EVIDENCE");
        String correction = serial(1, serial);

        // When
        Answer corrected = add(People.MARIA, claim, correction);
        Answer again = add(People.MARIA, claim, correction);

        // Then
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        assertThat(corrected.<List<String>>at("$.lines[*].serial")).containsExactly(serial);
        assertThat(corrected.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        assertThat(again.text()).isEqualTo(corrected.text());
        assertThat(given.timeline(claim).<List<String>>at("$.entries[?(@.what == 'SERIAL_CORRECTED')].note"))
                .containsExactly(mistyped + " -> " + serial);
        Message requested = Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
        assertThat(requested.<List<String>>at("$.lines[*].serial")).containsExactly(serial);
        assertThat(Topics.awaitEvent("claims", "claims.evidence-received.v1", claim)
                        .<List<String>>at("$.lines[*].serial"))
                .containsExactly(serial);
    }

    @Test
    void takesACorrectionInWhateverLettersItIsTyped() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), given.photo(People.MARIA), unique("T")))
                .at("$.id");

        // When
        Answer corrected = add(People.MARIA, claim, serial(1, serial.toLowerCase(Locale.ROOT) + " "));
        Answer again = add(People.MARIA, claim, serial(1, serial));

        // Then
        assertThat(corrected.<String>at("$.state")).as(corrected.toString()).isEqualTo("IN_DIAGNOSIS");
        assertThat(corrected.<List<String>>at("$.lines[*].serial")).containsExactly(serial);
        assertThat(again.text()).isEqualTo(corrected.text());
        assertThat(Topics.awaitEvent("claims", "claims.evidence-received.v1", claim)
                        .<List<String>>at("$.lines[*].serial"))
                .containsExactly(serial);
    }

    @Test
    void keepsASerialThatTheContractKnows() {
        // Given
        String one = unique("S");
        String two = unique("S");
        String claim = given.submit(body(given.contract(one, two), null, one)).at("$.id");

        // When
        Answer answer = add(People.MARIA, claim, serial(1, two));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:serial-refused");
        assertThat(given.claim(claim).<List<String>>at("$.lines[*].serial")).containsExactly(one);
    }

    @Test
    void correctsASerialToNoneThatStandsInTheClaimAlready() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), given.photo(People.MARIA), serial, unique("T")))
                .at("$.id");

        // When
        Answer answer = add(People.MARIA, claim, serial(2, serial));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.detail")).contains("stands in the claim already");
    }

    @Test
    void refusesTheSerialOfAnotherModel() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String body = body(contract, given.photo(People.MARIA), unique("T")).replace("\"X1\"", "\"X2\"");
        String claim = given.submit(body).at("$.id");

        // When
        Answer answer = add(People.MARIA, claim, serial(1, serial));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:model-mismatch");
        assertThat(given.state(claim)).isEqualTo("AWAITING_EVIDENCE");
    }

    @Test
    void refusesASerialForALineThatTheClaimDoesNotHave() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.contract(serial), null, serial)).at("$.id");

        // When
        Answer known = add(People.MARIA, claim, serial(9, serial));
        Answer other = add(People.MARIA, claim, serial(9, unique("S")));

        // Then
        assertThat(List.of(known.status(), other.status())).containsOnly(422);
        assertThat(known.<String>at("$.detail")).isEqualTo("Line 9: the claim has no such line.");
    }

    @Test
    void hidesTheClaimFromAnotherCompany() {
        // Given
        String claim = given.admitted(unique("S"));

        // When
        Answer answer = add(People.CHEN, claim, "{\"evidenceIds\":[\"x\"]}");

        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    private static String serial(int line, String serial) {
        return "{\"serials\":[{\"line\":%d,\"serial\":\"%s\"}]}".formatted(line, serial);
    }

    private Answer add(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/evidence", body);
    }
}
