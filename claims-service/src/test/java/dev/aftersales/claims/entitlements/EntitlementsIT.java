package dev.aftersales.claims.entitlements;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
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
                .containsExactly(true);
        assertThat(after.<List<String>>at("$.agreements[*].kind")).containsExactly("SERVICE_AGREEMENT");
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
