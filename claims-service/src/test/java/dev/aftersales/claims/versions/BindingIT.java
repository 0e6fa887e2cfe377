package dev.aftersales.claims.versions;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version a contract and a claim are bound to. */
class BindingIT extends VersionsOfAVendor {

    @Test
    void bindsNothingToADraft() {
        // Given
        draft(longer(second));

        // When
        Answer contract = contract(unique("C"), unique("S"), second);

        // Then
        assertThat(policies.version(second)).isEmpty();
        assertThat(policies.proposed(second)).isPresent();
        assertThat(contract.status()).isEqualTo(422);
        assertThat(contract.<String>at("$.field")).isEqualTo("policyVersion");
    }

    @Test
    void keepsAContractToTheVersionThatItWasSignedUnder() {
        // Given
        customer("maria");
        String serial = unique("S");
        String number = unique("C");
        assertThat(contract(number, serial, first).status()).isEqualTo(201);
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        tellEverybody(second, from, "maria");

        // When
        clock.moveTo(from);

        // Then
        assertThat(current()).isEqualTo(second);
        assertThat(versionOf(claimed("maria", number, serial))).isEqualTo(first);
        assertThat(person("anna", "agent")
                        .get("/api/v1/units/" + serial + "/entitlements")
                        .<String>at("$.policyVersion"))
                .isEqualTo(first);
    }

    @Test
    void keepsAContractThatNamesNoneToTheVersionOfItsFirstEntry() {
        // Given
        customer("maria");
        String serial = unique("S");
        String number = unique("C");
        Answer entered = contract(number, serial, null);
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        tellEverybody(second, from, "maria");

        // When: it is entered anew under the other version, with another unit
        clock.moveTo(from);
        String other = unique("S");
        Answer again = contract(number, other, null);

        // Then
        assertThat(current()).isEqualTo(second);
        assertThat(entered.<String>at("$.policyVersion")).isEqualTo(first);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.<String>at("$.policyVersion")).isEqualTo(first);
        assertThat(versionOf(claimed("maria", number, other))).isEqualTo(first);

        // When: it comes to name the other, and then none again
        Answer renamed = contract(number, other, second);
        Answer kept = contract(number, other, null);

        // Then
        assertThat(renamed.<String>at("$.policyVersion")).isEqualTo(second);
        assertThat(kept.<String>at("$.policyVersion")).isEqualTo(second);
        assertThat(versionOf(claimed("maria", number, other))).isEqualTo(second);
    }

    @Test
    void bindsNothingToAVersionBeforeItsDate() {
        // Given
        customer("maria");
        String serial = unique("S");
        String number = unique("C");
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        tellEverybody(second, from, "maria");

        // When: it is set ahead, and a contract names it
        clock.moveTo(from.minusSeconds(30));
        Answer early = contract(number, serial, second);
        clock.moveTo(from);
        Answer entered = contract(number, serial, second);

        // Then
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.<String>at("$.type")).endsWith(":policy-version-not-in-effect");
        assertThat(early.<List<String>>at("$.inEffect")).containsExactly(first);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);

        // When: an instance whose clock is behind judges by such a contract
        clock.moveTo(from.minusSeconds(30));

        // Then
        assertThat(versionOf(claimed("maria", number, serial))).isEqualTo(first);
    }
}
