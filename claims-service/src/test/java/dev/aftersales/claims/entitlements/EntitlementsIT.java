package dev.aftersales.claims.entitlements;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class EntitlementsIT {

    @LocalServerPort
    int port;

    private final String serial = unique("S");
    private String contract = "";

    @BeforeEach
    void sell() {
        contract = GivenClaims.at(port).contract(serial);
    }

    @Test
    void showsTheUnitToItsOwnerAndToStaff() {
        for (People person : List.of(People.MARIA, People.ANNA, People.WANG)) {
            Answer shown = as(person).get("/api/v1/units/" + serial);

            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.<String>at("$.contract")).isEqualTo(contract);
            assertThat(shown.<String>at("$.documents[0].kind")).isEqualTo("BILL_OF_LADING");
            assertThat(shown.<String>at("$.entitlements")).isEqualTo(path());
        }
    }

    @Test
    void showsTheUnitInWhateverLettersItIsAskedFor() {
        // Given
        GivenClaims.at(port).agreement(unique("SA"), contract);
        String typed = serial.toLowerCase(Locale.ROOT);

        // Then
        assertThat(as(People.MARIA).get("/api/v1/units/" + typed).<String>at("$.serial"))
                .isEqualTo(serial);
        assertThat(as(People.MARIA).get(path().replace(serial, typed)).text())
                .isEqualTo(as(People.MARIA).get(path()).text());
    }

    @Test
    void saysWhatTheOwnerMayAskForAndWhatItWouldTake() {
        // When
        Answer before = as(People.MARIA).get(path());
        GivenClaims.at(port).agreement(unique("SA"), contract);
        Answer after = as(People.MARIA).get(path());

        // Then
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.<String>at("$.policyVersion")).isEqualTo("A-1");
        assertThat(before.<List<String>>at("$.items[?(@.clause == 'A2.4')].price"))
                .containsExactly("FREE");
        assertThat(before.<List<String>>at("$.items[?(@.clause == 'A2.4')].until"))
                .containsExactly(before.<String>at("$.term.until"));
        assertThat(before.<List<Boolean>>at("$.items[?(@.clause == 'A5.4')].available"))
                .containsExactly(false);
        assertThat(before.<List<String>>at("$.items[?(@.clause == 'A5.4')].because.needs[0]"))
                .containsExactly("SERVICE_AGREEMENT");
        assertThat(after.<List<Boolean>>at("$.items[?(@.clause == 'A5.4')].available"))
                .as("the first falls due a year after the agreement's first day")
                .containsExactly(false);
        assertThat(after.<List<String>>at("$.items[?(@.clause == 'A5.4')].because.needs[0]"))
                .containsExactly("NOT_BEFORE");
        assertThat(after.<List<String>>at("$.items[?(@.clause == 'A5.4')].nextDue"))
                .containsExactly(LocalDate.now(ZoneOffset.UTC)
                        .minusMonths(1)
                        .plusMonths(12)
                        .toString());
        assertThat(after.<List<String>>at("$.agreements[*].kind")).containsExactly("SERVICE_AGREEMENT");
    }

    @Test
    void refusesARegionThatIsNone() {
        // When
        Answer word = as(People.MARIA).get(path() + "?site=Shenzhen");
        Answer country = as(People.MARIA).get(path() + "?site=XX-4403");
        Answer fiveDigits = as(People.MARIA).get(path() + "?site=CN-44031");
        Answer elsewhere = as(People.MARIA).get(path() + "?site=CN-440106");

        // Then
        for (Answer refused : List.of(word, country, fiveDigits)) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:site-unknown");
            assertThat(refused.<String>at("$.field")).isEqualTo("site");
            assertThat(refused.<List<String>>at("$.known")).isEmpty();
        }
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    /** C2.2: the Shenzhen area, and what the contract adds to it. */
    @Test
    void namesTheRegionsOnWhichAServiceDepends() {
        // Given
        String unit = unique("S");
        String number = unique("C");
        Answer entered = as(People.VERA).put("/api/v1/contracts/" + number, """
                {"organisation":"nordwind","terms":{"onSite":["CN-4401"]},"shipments":[{"units":[
                  {"serial":"%s","model":"CX-100","itemClass":"MAIN_UNIT"}]}]}""".formatted(unit));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);

        // When
        Answer refused = as(People.VERA).get("/api/v1/units/" + unit + "/entitlements?site=SHENZHEN");

        // Then
        assertThat(refused.<List<String>>at("$.known")).containsExactly("CN-4401", "CN-4403");
        assertThat(refused.<String>at("$.detail")).contains("CN-4401, CN-4403");
    }

    @Test
    void doesNotKnowUnitsOfAnotherOrganisationOrVendor() {
        Answer missing = as(People.MARIA).get("/api/v1/units/S-none/entitlements");

        for (People stranger : List.of(People.CHEN, People.CARL, People.BO)) {
            assertThat(as(stranger).get("/api/v1/units/" + serial).status()).isEqualTo(404);
            Answer foreign = as(stranger).get(path());
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.<String>at("$.type")).isEqualTo(missing.<String>at("$.type"));
        }
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }

    private String path() {
        return "/api/v1/units/" + serial + "/entitlements";
    }
}
