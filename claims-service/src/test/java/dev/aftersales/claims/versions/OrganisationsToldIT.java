package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.testing.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who of an organisation is to be told of a version, and when it counts as told (A6.2). */
class OrganisationsToldIT extends VersionsOfAVendor {

    @Test
    void a62CountsAnOrganisationThatHoldsAContractAndHasNobodyToMail() {
        // Given: nordwind has maria; nobody of the others was ever here
        String maria = customer("maria");
        contract(unique("C"), unique("S"), null);
        contractOf("suedwerk", unique("C"), unique("S"));
        contractOf("suedwerk", unique("C"), unique("S"));
        contractOf("ostwind", unique("C"), unique("S"));
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(60)));
        requestOf(second, 1);
        sent(second, 1, maria);
        awaitFigures(second, "$.notice.sent", 1);

        // When
        Answer lifecycle = lifecycle(second);
        Answer untold = activate(second, null);

        // Then
        assertThat(lifecycle.<Integer>at("$.notice.affected")).isEqualTo(3);
        assertThat(lifecycle.<Integer>at("$.notice.withoutContact")).isEqualTo(2);
        assertThat(lifecycle.<List<String>>at("$.notice.organisations")).containsExactly("ostwind", "suedwerk");
        assertThat(untold.status()).isEqualTo(409);
        assertThat(untold.<List<String>>at("$.errors[*].rule")).containsExactly("notice-sent");
        assertThat(untold.<List<String>>at("$.errors[*].clause")).containsExactly("A6.2");
        assertThat(untold.<String>at("$.errors[0].detail"))
                .startsWith("2 of 3 clients")
                .contains(": ostwind, suedwerk.");

        // When: they are told by other means, which nordwind cannot be, nor whoever holds nothing
        clock.moveTo(beginning.plus(Duration.ofDays(20)));
        Answer reached = told(second, "nordwind");
        Answer stranger = told(second, "westwind");
        told(second, "ostwind");
        Answer told = told(second, "suedwerk");
        Answer again = told(second, "suedwerk");

        // Then
        assertThat(List.of(reached.status(), stranger.status())).containsExactly(404, 404);
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(told.text());
        assertThat(told.<Integer>at("$.notice.affected")).isEqualTo(3);
        assertThat(told.<Integer>at("$.notice.sent")).isEqualTo(3);
        assertThat(told.<Integer>at("$.notice.withoutContact")).isZero();
        assertThat(told.<List<String>>at("$.history[?(@.act == 'CUSTOMER_TOLD')].customer"))
                .containsExactly("ostwind", "suedwerk");
        assertThat(Instant.parse(told.at("$.notice.periodEndsAt"))).isAfter(beginning.plus(Duration.ofDays(49)));
        Answer active = activate(second, null);
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
    }

    @Test
    void a62WaitsForTheFirstOfAnOrganisationWhoGivesAContactAfterTheNoticeAndForNoColleague() {
        // Given
        String maria = customer("maria");
        contractOf("suedwerk", unique("C"), unique("S"));
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(60)));
        requestOf(second, 1);
        sent(second, 1, maria);
        awaitFigures(second, "$.notice.sent", 1);
        await().atMost(PATIENCE).until(() -> lifecycle(second).<Boolean>at("$.notice.everybodyFound"), found -> found);

        // When: one comes after ten days
        clock.moveTo(beginning.plus(Duration.ofDays(10)));
        String sven = customerOf("suedwerk", "sven");
        Answer newcomer = activate(second, null);

        // Then
        assertThat(newcomer.text()).contains("came after the notice").doesNotContain("hold a contract");
        assertThat(requestOf(second, 2).<List<String>>at("$.customers[*].id")).containsExactly(sven);
        sent(second, 2, sven);
        awaitFigures(second, "$.notice.sent", 2);
        Instant end = Instant.parse(lifecycle(second).at("$.notice.periodEndsAt"));
        assertThat(end).isAfter(beginning.plus(Duration.ofDays(39)));

        // When: a colleague comes ten days later
        clock.moveTo(beginning.plus(Duration.ofDays(20)));
        String colleague = customerOf("suedwerk", "svea");
        activate(second, null);
        requestOf(second, 3);
        sent(second, 3, colleague);
        awaitFigures(second, "$.notice.sent", 3);

        // Then
        assertThat(Instant.parse(lifecycle(second).at("$.notice.periodEndsAt"))).isEqualTo(end);
    }

    @Test
    void a62SeesContractsAndCustomersThatWereStoredBeforeOrganisationsWereKept() {
        // Given
        String maria = customer("maria");
        String contract = unique("C");
        contract(contract, unique("S"), null);
        database.getCollection("contracts")
                .updateOne(eq("_id", vendor + "/" + contract), combine(unset("organisation"), unset("models")));
        database.getCollection("customers")
                .updateOne(eq("_id", maria), combine(unset("organisation"), unset("state.organisation")));
        draft(longer(second));

        // When
        notice(second, clock.instant().plus(Duration.ofDays(40)));

        // Then
        assertThat(lifecycle(second).<List<String>>at("$.notice.organisations")).containsExactly("nordwind");

        // When: maria says the same again
        customer("maria");

        // Then
        assertThat(lifecycle(second).<List<String>>at("$.notice.organisations")).isEmpty();
    }
}
