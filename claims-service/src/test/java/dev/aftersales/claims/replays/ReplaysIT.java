package dev.aftersales.claims.replays;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.policies.GivenPolicies;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ReplaysIT {

    private static final String REPLAYS = "/api/v1/policies/A-1/replays";

    @LocalServerPort
    int port;

    @Test
    void findsThatTheVersionInForceWouldHaveJudgedAsItDid() {
        // Given
        Instant begin = Instant.now();
        GivenClaims given = GivenClaims.at(port);
        String fresh = unique("S");
        String old = unique("S");
        given.submit(body(given.contract(fresh), given.photo(People.MARIA), fresh));
        given.submit(body(given.expiredContract(old), given.photo(People.MARIA), old));

        // When
        Answer asked = as(People.PETRA).post(REPLAYS, "{\"from\":\"" + begin + "\"}");

        // Then
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        String replay = REPLAYS + "/" + asked.<String>at("$.id");
        await().until(() -> as(People.PETRA).get(replay).at("$.state").equals("DONE"));
        Answer done = as(People.FELIX).get(replay);
        assertThat(done.<Integer>at("$.tally.claims")).isEqualTo(2);
        assertThat(done.<Integer>at("$.tally.lines")).isEqualTo(2);
        assertThat(done.<Integer>at("$.tally.movedOn")).isZero();
        assertThat(done.<Integer>at("$.tally.flips")).isZero();
        assertThat(done.<Integer>at("$.tally.unjudgeable")).isZero();
        assertThat(done.<Integer>at("$.progress.of")).isEqualTo(2);
        assertThat(done.<Integer>at("$.progress.percent")).isEqualTo(100);
        assertThat(Instant.parse(done.at("$.endedAt"))).isBetween(begin, Instant.now());
        assertThat(as(People.VIKTOR).get(done.<String>at("$.flips")).<List<Object>>at("$.items"))
                .isEmpty();
        assertThat(as(People.PETRA).get(REPLAYS + "?limit=1").<List<String>>at("$.items[*].id"))
                .containsExactly(asked.<String>at("$.id"));
    }

    @Test
    void listsWhatADraftFlipsByClause() {
        // Given
        Instant begin = Instant.now();
        GivenClaims given = GivenClaims.at(port);
        String serial = unique("S");
        String contract =
                given.contract("nordwind", LocalDate.now(ZoneOffset.UTC).minusMonths(18), serial);
        String late =
                given.submit(body(contract, given.photo(People.MARIA), serial)).at("$.id");
        String draft = "A-" + ThreadLocalRandom.current().nextInt(1_000, 1_000_000);
        Answer drafted = as(People.PETRA)
                .with("Content-Type", "application/yaml")
                .post("/api/v1/policies", GivenPolicies.pack(draft, "length: P12M", "length: P24M"));
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);

        // When
        Answer asked = as(People.PETRA).post("/api/v1/policies/" + draft + "/replays", "{\"from\":\"" + begin + "\"}");

        // Then
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        String replay = "/api/v1/policies/" + draft + "/replays/" + asked.<String>at("$.id");
        await().until(() -> as(People.PETRA).get(replay).at("$.state").equals("DONE"));
        Answer flips = as(People.PETRA).get(replay + "/flips?clause=A3.1&from=NOT_COVERED_OFFER_QUOTE");
        assertThat(flips.<List<String>>at("$.items[*].claimId")).containsExactly(late);
        assertThat(flips.<List<String>>at("$.items[*].to")).containsExactly("ADMITTED");
        assertThat(as(People.PETRA).get(replay + "/flips?clause=A3.2").<List<Object>>at("$.items"))
                .isEmpty();
        assertThat(as(People.PIA).get(replay).status()).isEqualTo(404);
    }

    @Test
    void listsTheClaimsThatADraftCannotJudge() {
        // Given
        Instant begin = Instant.now();
        GivenClaims given = GivenClaims.at(port);
        String serial = unique("S");
        String contract = given.contract("nordwind", LocalDate.MAX.minusMonths(18), serial);
        String beyond =
                given.submit(body(contract, given.photo(People.MARIA), serial)).at("$.id");
        String draft = "A-" + ThreadLocalRandom.current().nextInt(1_000, 1_000_000);
        as(People.PETRA)
                .with("Content-Type", "application/yaml")
                .post("/api/v1/policies", GivenPolicies.pack(draft, "length: P12M", "length: P24M"));

        // When
        Answer asked = as(People.PETRA).post("/api/v1/policies/" + draft + "/replays", "{\"from\":\"" + begin + "\"}");

        // Then
        String replay = "/api/v1/policies/" + draft + "/replays/" + asked.<String>at("$.id");
        await().until(() -> as(People.PETRA).get(replay).at("$.state").equals("DONE"));
        Answer done = as(People.PETRA).get(replay);
        assertThat(done.<Integer>at("$.tally.unjudgeable")).isEqualTo(1);
        Answer listed = as(People.FELIX).get(done.<String>at("$.unjudgeable"));
        assertThat(listed.<List<String>>at("$.items[*].claimId")).containsExactly(beyond);
        assertThat(listed.<List<String>>at("$.items[*].outcome")).containsExactly("UNJUDGEABLE");
        assertThat(listed.<List<String>>at("$.items[*].reason")).containsExactly("REPLAYED_VERSION_FAILED");
    }

    @Test
    void showsNothingOfAReplayToOtherVendors() {
        // Given
        String id = as(People.PETRA)
                .post(REPLAYS, "{\"to\":\"2020-01-01T00:00:00Z\"}")
                .at("$.id");

        // When, then
        assertThat(as(People.PIA).get(REPLAYS + "/" + id).status()).isEqualTo(404);
        assertThat(as(People.PIA).get("/api/v1/policies/C-1/replays/" + id).status())
                .isEqualTo(404);
        assertThat(as(People.PIA).get(REPLAYS + "/" + id + "/flips").status()).isEqualTo(404);
        assertThat(as(People.PIA).get(REPLAYS + "/" + id + "/unjudgeable").status())
                .isEqualTo(404);
        assertThat(as(People.PIA).delete(REPLAYS + "/" + id).status()).isEqualTo(404);
        assertThat(as(People.PIA).post(REPLAYS, "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}', 422, empty-range",
        "'{\"from\":\"yesterday\"}', 400, invalid",
        "'{\"since\":\"2026-01-02T00:00:00Z\"}', 400, invalid"
    })
    void refusesARangeThatMakesNoSense(String body, int status, String problem) {
        // When
        Answer answer = as(People.PETRA).post(REPLAYS, body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + problem);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }
}
