package dev.aftersales.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.notifications.NotificationsIT;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsApiIT extends NotificationsIT {

    @Test
    void showsWhatTheCustomerOfAClaimWasToldAndToNoAddress() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        String cause = tell(ClaimSubmitted.class, claim, 1, maria.at(1));
        awaitStates(claim, "SENT");

        // When
        Answer answer = Api.at(port).as(People.ANNA).get("/api/v1/notifications?claim=" + claim);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.items[0].template")).isEqualTo("claim-received");
        assertThat(answer.<String>at("$.items[0].causedBy")).isEqualTo(cause);
        assertThat(answer.<Integer>at("$.items[0].attempts")).isEqualTo(1);
        assertThat(answer.<String>at("$.items[0].sentAt")).endsWith("Z");
        assertThat(answer.text()).doesNotContain("@", "Maria", maria.id());
    }

    @Test
    void pagesNewestFirst() {
        // Given
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        tell(ClaimSubmitted.class, claim, 1, maria.at(1));
        tell(CoverageDecided.class, claim, 2, maria.at(1));
        tell(ClaimClosed.class, claim, 3, maria.at(1));
        awaitStates(claim, "SENT", "SENT", "SENT");
        Api anna = Api.at(port).as(People.ANNA);

        // When
        Answer first = anna.get("/api/v1/notifications?limit=2&claim=" + claim);
        Answer second =
                anna.get("/api/v1/notifications?limit=2&claim=" + claim + "&cursor=" + first.<String>at("$.next"));

        // Then
        assertThat(first.<List<String>>at("$.items[*].template")).containsExactly("claim-closed", "coverage-decided");
        assertThat(second.<List<String>>at("$.items[*].template")).containsExactly("claim-received");
        assertThat(second.text()).doesNotContain("\"next\"");
    }

    @Test
    void showsNothingOfAnotherVendor() {
        Customer maria = customer("en");
        introduce(maria, 1);
        String claim = claim();
        tell(ClaimSubmitted.class, claim, 1, maria.at(1));
        awaitStates(claim, "SENT");

        Answer answer = Api.at(port).as(People.BO).get("/api/v1/notifications?claim=" + claim);

        assertThat(answer.<List<Object>>at("$.items")).isEmpty();
        assertThat(Api.at(port)
                        .as(People.BO)
                        .get("/api/v1/notifications?vendor=exporter&claim=" + claim)
                        .status())
                .isEqualTo(404);
    }
}
