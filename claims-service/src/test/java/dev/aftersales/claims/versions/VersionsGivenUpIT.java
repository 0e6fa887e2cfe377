package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A version that is given up, and that those who were told of it are told so. */
class VersionsGivenUpIT extends VersionsOfAVendor {

    @Autowired
    Aggregates<NoticeRequest> requests;

    @Test
    void givesUpAVersionThatWasNotSetToTakeEffect() {
        draft(longer(second));

        Answer withdrawn = admin().post("/api/v1/policies/" + second + "/withdrawal", "{\"reason\":\"Not now\"}");
        Answer active = admin().post("/api/v1/policies/" + first + "/withdrawal", "{\"reason\":\"Not now\"}");

        assertThat(withdrawn.<String>at("$.state")).isEqualTo("WITHDRAWN");
        assertThat(active.status()).isEqualTo(409);
        assertThat(active.<String>at("$.type")).isEqualTo("urn:aftersales:problem:version-takes-effect");
        assertThat(activate(second, clock.instant().plusSeconds(60)).status()).isEqualTo(409);
    }

    @Test
    void givesUpAVersionThatWasSetAheadAndBindsNothingToItOnItsDate() {
        // Given
        customer("maria");
        Instant from = clock.instant().plus(Duration.ofDays(40));
        draft(longer(second));
        tellEverybody(second, from, "maria");

        // When
        Answer withdrawn = admin().post("/api/v1/policies/" + second + "/withdrawal", "{\"reason\":\"Not now\"}");
        withdraw(second);

        // Then
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(withdrawn.<String>at("$.state")).isEqualTo("WITHDRAWN");
        Topics.awaitEvent("policies", "policies.policy-version-withdrawn.v1", second);
        awaitRevoked(second);
        assertThat(withdrawals(second)).singleElement().satisfies(said -> {
            assertThat(said.<String>at("$.inForce")).isEqualTo(first);
            assertThat(said.text()).doesNotContain("next");
        });
        assertThat(activate(second, null).status()).isEqualTo(409);
        clock.moveTo(from.plusSeconds(1));
        assertThat(current()).isEqualTo(first);
        assertThat(policies.version(second)).isEmpty();
    }

    @Test
    void givesUpNoVersionThatAnotherFollowsOrThatHasTakenEffect() {
        // Given
        Instant now = clock.instant();
        Succession.Step soon = new Succession.Step(second, now.plusSeconds(600), "hash", "petra", now);
        Succession.Step later = new Succession.Step("later-" + second, now.plusSeconds(900), "hash", "petra", now);
        // A vendor of whom nobody has asked: no refresh finishes these steps.
        String other = "unasked-" + second;
        Stream.of(soon, later)
                .forEach(step ->
                        successions.enter(other, succession -> new Successions.Entry<>(Optional.of(step), "entered")));

        // When
        Successions.Leaving followed = successions.leave(other, second, now);
        Successions.Leaving late = successions.leave(other, later.version(), now.plusSeconds(901));
        Successions.Leaving left = successions.leave(other, later.version(), now);
        Successions.Leaving then = successions.leave(other, second, now);

        // Then
        assertThat(followed).isEqualTo(Successions.Leaving.FOLLOWED);
        assertThat(late).isEqualTo(Successions.Leaving.TAKES_EFFECT);
        assertThat(left).isEqualTo(Successions.Leaving.LEFT);
        assertThat(then).isEqualTo(Successions.Leaving.LEFT);
    }

    @Test
    void keepsWhoWasToldOfAVersionThatWasGivenUp() {
        // Given
        String maria = customer("maria");
        customer("chen");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));
        requestOf(second, 1);
        sent(second, 1, maria);
        awaitFigures(second, "$.notice.sent", 1);

        // When
        admin().post("/api/v1/policies/" + second + "/withdrawal", "{\"reason\":\"Not now\"}");

        // Then
        Answer lifecycle = lifecycle(second);
        assertThat(lifecycle.<String>at("$.state")).isEqualTo("WITHDRAWN");
        assertThat(lifecycle.<Integer>at("$.notice.affected")).isEqualTo(2);
        assertThat(lifecycle.<Integer>at("$.notice.sent")).isEqualTo(1);
        assertThat(admin().get(lifecycle.at("$.href")).<String>at("$.term.length"))
                .isEqualTo("P18M");
        assertThat(admin().get("/api/v1/policies/" + second + "/diff?from=" + first)
                        .status())
                .isEqualTo(200);
        assertThat(person("maria", "customer").get("/api/v1/policies/" + second).status())
                .isEqualTo(404);
    }

    @Test
    void hasEveryoneWhoWasToldByMailToldOnceThatTheVersionDoesNotCome() {
        // Given: maria's mail is accepted, chen's is under way, nobody reaches gone, who gets a letter
        String maria = customer("maria");
        String chen = customer("chen");
        String gone = customer("gone");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));
        requestOf(second, 1);
        sent(second, 1, maria);
        failed(second, 1, gone);
        awaitFigures(second, "$.notice.failed", 1);
        told(second, gone);
        PolicyVersion stale = versions.find(second).orElseThrow().state();

        // When
        withdraw(second);

        // Then
        awaitRevoked(second);
        assertThat(withdrawals(second)).singleElement().satisfies(said -> {
            assertThat(said.<List<String>>at("$.customers[*].id")).containsExactly(maria);
            assertThat(said.<String>at("$.inForce")).isEqualTo(first);
            assertThat(said.<String>at("$.policyVersion")).isEqualTo(second);
        });

        // When: chen's mail is accepted only now, which is said twice; and a reply to the mail about the withdrawal
        // comes
        sent(second, 1, chen);
        sent(second, 1, chen);
        sent(second, 1, maria);
        awaitFigures(second, "$.notice.sent", 3);

        // Then
        Topics.await("policy-notices", all -> withdrawals(second).size() == 2);
        assertThat(withdrawals(second).getLast().<List<String>>at("$.customers[*].id"))
                .containsExactly(chen);

        // When: a walk that has not heard of it goes on, and an instance died before it took down that it was through
        customer("late");
        if (stale.stage() instanceof Stage.Noticed noticed) {
            assertThat(walk.walk(stale, noticed.notice())).isZero();
        }
        database.getCollection("policy-versions")
                .updateOne(eq("_id", second), combine(set("revocationOpen", true), unset("state.stage.revokedAt")));
        awaitRevoked(second);

        // Then
        assertThat(withdrawals(second)).hasSize(2);
        assertThat(told(second, chen).status()).isEqualTo(409);
    }

    @Test
    void goesOnTellingThatAVersionDoesNotComeWhereAnInstanceDiedBetweenTwoRequests() {
        // Given: two requests, the second for a newcomer
        String maria = customer("maria");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));
        requestOf(second, 1);
        sent(second, 1, maria);
        String late = customer("late");
        activate(second, null);
        requestOf(second, 2);
        sent(second, 2, late);
        awaitFigures(second, "$.notice.sent", 2);

        // When: an instance has done the first request of the two, and nothing of the version's own
        requests.decide(NoticeRequest.idOf(second, 1), stored -> {
            NoticeRequest after = stored.state().revoked(new Revocation(first, clock.instant(), null));
            return Decision.commit(after, true, after.news(stored.state()));
        });
        withdraw(second);

        // Then
        awaitRevoked(second);
        assertThat(withdrawals(second))
                .extracting(said -> said.<List<String>>at("$.customers[*].id"))
                .containsExactlyInAnyOrder(List.of(maria), List.of(late));
    }

    private void withdraw(String version) {
        assertThat(admin().post("/api/v1/policies/" + version + "/withdrawal", "{\"reason\":\"Not now\"}")
                        .status())
                .isEqualTo(200);
    }

    private void awaitRevoked(String version) {
        await().atMost(PATIENCE)
                .until(() -> versions.find(version).orElseThrow().state().stage() instanceof Stage.Withdrawn withdrawn
                        && !withdrawn.isRevoking());
        // What was committed before that is on the topic when the outboxes are empty.
        await().atMost(PATIENCE)
                .until(() -> database.getCollection("policy-notices")
                                .countDocuments(and(regex("_id", "^" + version + "/"), exists("pendingSince")))
                        == 0);
    }

    private List<Message> withdrawals(String version) {
        return Topics.read("policy-notices").stream()
                .filter(message -> message.type().equals("policies.policy-notice-withdrawn.v1")
                        && message.subject().startsWith(version + "/"))
                .toList();
    }
}
