package dev.aftersales.notifications.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.notifications.TeamsIT;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamMailboxesIT extends TeamsIT {

    private static final String MAILBOXES = "/api/v1/team-mailboxes";
    private static final String AGENT = MAILBOXES + "/agent";

    @Test
    void showsEveryRoleThatIsWrittenToAlsoWithoutAMailbox() {
        Answer list = as(People.WANG).get(MAILBOXES);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.<List<String>>at("$.items[*].role"))
                .containsExactly("agent", "technician", "warehouse", "account-manager", "vendor-ops", "policy-admin");
        assertThat(list.<List<Integer>>at("$.items[*].version")).containsOnly(0);
        assertThat(list.<List<Integer>>at("$.items[*].waiting")).containsOnly(0);
        assertThat(list.<List<String>>at("$.items[*].address")).isEmpty();
    }

    @Test
    void entersAndChangesAMailboxInVersions() {
        // When
        Answer first = enter("If-None-Match", "*", "agents@one.example", "en");
        Answer second = enter("If-Match", "\"1\"", "agents@two.example", "zh");

        // Then
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("ETag")).contains("\"1\"");
        assertThat(second.header("ETag")).contains("\"2\"");
        Answer list = operations().get(MAILBOXES);
        assertThat(list.<String>at("$.items[0].address")).isEqualTo("agents@two.example");
        assertThat(list.<String>at("$.items[0].language")).isEqualTo("zh");
        assertThat(list.<Integer>at("$.items[0].version")).isEqualTo(2);
    }

    @Test
    void changesNothingForWhoFollowsAnOlderVersion() {
        // Given
        enter("If-None-Match", "*", "agents@one.example", "en");
        enter("If-Match", "\"1\"", "agents@two.example", "en");

        // When
        Answer again = enter("If-None-Match", "*", "agents@three.example", "en");
        Answer older = enter("If-Match", "\"1\"", "agents@three.example", "en");
        Answer never = enter("If-Match", "\"7\"", "agents@three.example", "en");

        // Then
        assertThat(List.of(again.status(), older.status(), never.status())).containsOnly(412);
        assertThat(older.<String>at("$.type")).endsWith("mailbox-changed");
        assertThat(older.<String>at("$.detail")).contains("version 2");
        assertThat(operations().get(MAILBOXES).<String>at("$.items[0].address")).isEqualTo("agents@two.example");
    }

    @Test
    void takesARepeatAsDone() {
        enter("If-None-Match", "*", "agents@one.example", "en");
        enter("If-Match", "\"1\"", "agents@two.example", "en");

        Answer repeat = enter("If-Match", "\"1\"", "agents@two.example", "en");

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.<Integer>at("$.version")).isEqualTo(2);
    }

    @Test
    void asksWhichVersionIsFollowed() {
        Answer answer = operations().put(AGENT, body("agents@one.example", "en"));

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.<String>at("$.type")).endsWith("if-match-needed");
    }

    @Test
    void namesTheRolesThatAreWrittenTo() {
        Answer answer =
                operations().with("If-None-Match", "*").put(MAILBOXES + "/finance", body("finance@one.example", "en"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.<String>at("$.detail")).contains("agent, technician, warehouse, account-manager, vendor-ops");
    }

    @ParameterizedTest
    @CsvSource({
        "no address,         en, address",
        "'a@b.example\\r\\nBcc: c@d.example', en, address",
        "'',                 en, address",
        "agents@one.example, de, language",
        "agents@one.example, '', language"
    })
    void refusesWhatIsNoMailboxAndNamesTheField(String address, String language, String field) {
        Answer answer = enter("If-None-Match", "*", address, language);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"" + field + "\"");
        assertThat(operations().get(MAILBOXES).<Integer>at("$.items[0].version"))
                .isZero();
    }

    @Test
    void showsAndChangesNothingOfAnotherVendor() {
        // Given
        enter("If-None-Match", "*", "agents@one.example", "en");
        Api stranger = Api.at(port).as(People.VERA);

        // When
        Answer list = stranger.get(MAILBOXES + "?vendor=" + vendor);
        Answer change = stranger.with("If-Match", "\"1\"")
                .put(AGENT + "?vendor=" + vendor, body("agents@stranger.example", "en"));

        // Then
        assertThat(List.of(list.status(), change.status())).containsOnly(404);
        assertThat(stranger.get(MAILBOXES).text()).doesNotContain("agents@one.example");
        assertThat(operations().get(MAILBOXES).<String>at("$.items[0].address")).isEqualTo("agents@one.example");
    }

    @Test
    void tellsHowManyLettersWaitForAMailbox() {
        // Given
        Customer maria = customer("en");
        String claim = claim();
        tell(DeadlineBreached.class, claim, 1, maria.at(1), "TECHNICIAN");
        tell(DeadlineBreached.class, claim, 2, maria.at(1), "TECHNICIAN");
        awaitLetters(claim, "technician WAITING_FOR_MAILBOX", "technician WAITING_FOR_MAILBOX");

        // When
        Answer list = operations().get(MAILBOXES);
        Answer metrics = Api.at(port).as(People.OLGA).get("/actuator/prometheus");

        // Then
        assertThat(list.<List<Integer>>at("$.items[*].waiting")).containsExactly(0, 2, 0, 0, 0, 0);
        assertThat(metrics.text()).containsPattern("aftersales_notifications_mailbox_waiting(\\{.*})? [1-9]");
    }

    private Answer enter(String header, String value, String address, String language) {
        return operations().with(header, value).put(AGENT, body(address, language));
    }

    private static String body(String address, String language) {
        return "{\"address\":\"%s\",\"language\":\"%s\"}".formatted(address, language);
    }
}
