package dev.aftersales.claims.agreements;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class AgreementsIT {

    @LocalServerPort
    int port;

    @Autowired
    Agreements agreements;

    private final String number = unique("SA");
    private final String serial = unique("S");
    private String contract = "";

    @BeforeEach
    void sell() {
        contract = GivenClaims.at(port).contract(serial, serial + "-B");
    }

    @Test
    void entersAnAgreementOnceAndShowsIt() {
        // When
        Answer first = viktor().put(path(), body("2027-01-01"));
        Answer same = viktor().put(path(), body("2027-01-01"));

        // Then
        assertThat(List.of(first.status(), same.status())).containsExactly(201, 200);
        Answer shown = as(People.MARIA).get(path());
        assertThat(shown.<String>at("$.kind")).isEqualTo("SERVICE_AGREEMENT");
        assertThat(shown.<String>at("$.until")).isEqualTo("2027-01-01");
        assertThat(shown.<Integer>at("$.training.people")).isEqualTo(6);
        assertThat(agreements.find("exporter", number).orElseThrow().entries()).hasSize(1);
    }

    @Test
    void keepsWhoChangedIt() {
        // Given
        viktor().put(path(), body("2027-01-01"));

        // When
        Answer changed = viktor().put(path(), body("2028-01-01"));

        // Then
        assertThat(changed.<String>at("$.until")).isEqualTo("2028-01-01");
        assertThat(agreements.find("exporter", number).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void findsWhatWasAgreedAboutAUnit() {
        // Given
        viktor().put(path(), body("2027-01-01"));

        // Then
        assertThat(agreements.ofUnit("exporter", contract, serial))
                .extracting(Agreement::number)
                .containsExactly(number);
        assertThat(agreements.ofUnit("exporter", contract, serial + "-B")).isEmpty();
        assertThat(agreements.ofUnit("agency", contract, serial)).isEmpty();
    }

    @Test
    void isAboutAUnitInWhateverLettersItsSerialIsTyped() {
        // When
        Answer entered = viktor().put(path(), body("2027-01-01").replace(serial, serial.toLowerCase(Locale.ROOT)));

        // Then
        assertThat(entered.<List<String>>at("$.serials")).as(entered.toString()).containsExactly(serial);
        assertThat(agreements.ofUnit("exporter", contract, serial))
                .extracting(Agreement::number)
                .containsExactly(number);
    }

    @Test
    void refusesUnitsThatTheContractHasNotAndContractsThatAreNotThere() {
        // When
        Answer units = viktor().put(path(), body("2027-01-01").replace(serial, "S-NONE"));
        Answer none = viktor().put(path(), body("2027-01-01").replace(contract, "C-none"));
        Answer ended = viktor().put(path(), body("2020-01-01"));

        // Then
        assertThat(List.of(units.status(), none.status(), ended.status())).containsExactly(422, 422, 422);
        assertThat(units.<List<String>>at("$.serials")).containsExactly("S-NONE");
        assertThat(none.<String>at("$.type")).isEqualTo("urn:aftersales:problem:unknown-contract");
        assertThat(ended.<String>at("$.field")).isEqualTo("until");
        assertThat(agreements.find("exporter", number)).isEmpty();
    }

    @Test
    void doesNotKnowAgreementsOfAnotherOrganisationOrVendor() {
        // Given
        viktor().put(path(), body("2027-01-01"));

        // Then
        assertThat(as(People.CHEN).get(path()).status()).isEqualTo(404);
        assertThat(as(People.CARL).get(path()).status()).isEqualTo(404);
        assertThat(as(People.BO).get(path()).status()).isEqualTo(404);
    }

    private Api viktor() {
        return as(People.VIKTOR);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }

    private String path() {
        return "/api/v1/agreements/" + number;
    }

    private String body(String until) {
        return """
                {"kind":"SERVICE_AGREEMENT","contract":"%s","serials":["%s"],"from":"2026-01-01","until":"%s",
                 "training":{"place":"Gothenburg","people":6}}""".formatted(contract, serial, until);
    }
}
