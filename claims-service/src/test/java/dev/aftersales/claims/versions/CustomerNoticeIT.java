package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Customers are told of a version thirty days before it is theirs, and it is known who was (A6.2). */
class CustomerNoticeIT extends VersionsOfAVendor {

    @Test
    void takesEffectAtItsInstantAfterEveryCustomerWasToldForThirtyDays() {
        // Given
        String maria = customer("maria");
        String chen = customer("chen");
        String before = claim("maria");
        assertThat(draft(longer(second)).status()).isEqualTo(201);
        Instant from = clock.instant().plus(Duration.ofDays(40));

        // When: nobody was told (worked example 45)
        Answer untold = activate(second, from);

        // Then
        assertThat(untold.status()).isEqualTo(409);
        assertThat(untold.<List<String>>at("$.errors[*].clause")).containsOnly("A6.2");
        assertThat(untold.<List<String>>at("$.errors[*].rule")).containsExactly("notice-sent");

        // When: all are asked to be told, and one mail is accepted
        assertThat(notice(second, from).status()).isEqualTo(202);
        Message request = requestOf(second, 1);
        assertThat(request.<List<String>>at("$.customers[*].id")).containsExactlyInAnyOrder(maria, chen);
        assertThat(request.<List<String>>at("$.changes[*].en"))
                .containsExactly("Warranty term (A1.1), length: 12 months becomes 18 months.");
        sent(second, 1, maria);
        awaitFigures(second, "$.notice.sent", 1);
        Answer halfTold = activate(second, null);

        // Then
        assertThat(halfTold.status()).isEqualTo(409);
        assertThat(halfTold.text()).contains("1 of 2 customers are still to be told");

        // When: everybody was told, for an instant too short a time ahead
        sent(second, 1, chen);
        awaitFigures(second, "$.notice.sent", 2);
        Answer early = activate(
                second,
                Instant.parse(lifecycle(second).at("$.notice.periodEndsAt")).minusMillis(1));

        // Then
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.<List<String>>at("$.errors[*].rule"))
                .containsExactly("effective-after-notice", "notice-as-told");
        assertThat(early.<String>at("$.errors[0].reading")).isEqualTo("R-A13");

        // When: a customer has come since
        String late = customer("late");
        Answer withLateCustomer = activate(second, null);

        // Then
        assertThat(withLateCustomer.status()).isEqualTo(409);
        assertThat(withLateCustomer.text()).contains("came after the notice");
        assertThat(requestOf(second, 2).<List<String>>at("$.customers[*].id")).containsExactly(late);

        // When: all are told, and it is set ahead for the instant that they were told
        sent(second, 2, late);
        awaitFigures(second, "$.notice.sent", 3);
        Answer active = activate(second, null);

        // Then
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
        assertThat(active.<String>at("$.state")).isEqualTo("ACTIVE");
        assertThat(active.<Integer>at("$.notice.sent")).isEqualTo(3);
        assertThat(current()).as("before its date").isEqualTo(first);
        clock.moveTo(from.minusSeconds(30));
        assertThat(current()).isEqualTo(first);
        clock.moveTo(from);
        assertThat(current()).isEqualTo(second);
        assertThat(versionOf(before)).isEqualTo(first);
        assertThat(versionOf(claim("chen"))).isEqualTo(second);
        Message published = Topics.awaitEvent("policies", "policies.policy-version-published.v1", second);
        assertThat(Instant.parse(published.at("$.effectiveFrom"))).isEqualTo(from.truncatedTo(ChronoUnit.MILLIS));
        assertThat(published.<String>at("$.pack")).contains("P18M");
        assertThat(published.<List<Integer>>at("$.batchRules[*].units")).containsExactly(30);
        ContractCheck.keepsItsContract(published);
    }

    /** By each instance at its start, also by two at once. */
    @Test
    void isToldOnceMoreWhereItWasToldBeforeItsRulesOfBatchesWere() {
        // Given: as the version before published them
        PolicyRefresh release = new PolicyRefresh(
                shipped,
                new StoredPolicies(shipped, successions, versions, drafting, clock),
                successions,
                versions,
                clock);
        release.publish(shippedPack(second));
        Topics.awaitEvent("policies", "policies.policy-version-published.v1", second);
        Topics.awaitEvent("policies", "policies.policy-version-published.v1", first);
        List.of(first, second).forEach(version -> database.getCollection("policy-versions")
                .updateOne(eq("_id", version), unset("state.form")));
        PolicyVersion before = versions.find(second).orElseThrow().state();
        assertThat(before.isPublished()).isFalse();

        // When
        for (int start = 0; start < 3; start++) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> release.publish(shippedPack(second)));
            new StoredPolicies(shipped, successions, versions, drafting, clock).versions(vendor);
            release.publish(shippedPack(second));
            other.join();
        }

        // Then
        for (String version : List.of(first, second)) {
            Topics.await(
                    "policies",
                    all -> all.stream()
                                    .filter(message -> version.equals(message.key()))
                                    .count()
                            >= 2);
            List<Message> told = Topics.about(version, "policies");
            assertThat(told).extracting(Message::type).hasSize(2).containsOnly("policies.policy-version-published.v1");
            assertThat(told)
                    .extracting(message -> message.header("ce_sequence"))
                    .containsExactly("1", "2");
            assertThat(told.getLast().<String>at("$.batchRules[0].rule")).isEqualTo("BATCH_ISSUE");
            assertThat(told.getLast().<String>at("$.sha256"))
                    .isEqualTo(told.getFirst().<String>at("$.sha256"));
        }
        assertThat(versions.find(second).orElseThrow().state()).isEqualTo(before.published());
    }

    /** The walk in the background may ask for the mails at any instant of the activation. */
    @Test
    void a62RefusesAnActivationDirectlyAfterTheNoticeWhoeverAsksForTheMails() {
        customer("maria");
        customer("chen");
        for (int i = 1; i <= 9; i++) {
            // Given
            String version = "V-" + (number + i);
            assertThat(draft(longer(version)).status()).isEqualTo(201);
            Instant from = clock.instant().plus(Duration.ofDays(40));
            assertThat(notice(version, from).status()).isEqualTo(202);
            CompletableFuture<Void> background = CompletableFuture.runAsync(walk);

            // When
            Answer early = activate(version, from);

            // Then
            assertThat(early.status()).as(early.toString()).isEqualTo(409);
            assertThat(early.text())
                    .contains("2 of 2 customers are still to be told")
                    .doesNotContain("came after");
            background.join();
            assertThat(lifecycle(version).<Integer>at("$.notice.pending")).isEqualTo(2);
        }
    }

    @Test
    void asksForNoSecondMailWhenTheNoticeIsRepeatedButForThoseWhoWereNotReached() {
        // Given
        String maria = customer("maria");
        String gone = customer("gone");
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        notice(second, from);
        requestOf(second, 1);
        sent(second, 1, maria);
        failed(second, 1, gone);
        awaitFigures(second, "$.notice.failed", 1);

        // When
        Answer repeated = notice(second, from);
        Answer other = notice(second, from.plus(Duration.ofDays(1)));

        // Then
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(requestOf(second, 2).<List<String>>at("$.customers[*].id")).containsExactly(gone);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.<List<String>>at("$.errors[*].rule")).containsExactly("notice-as-told");
        awaitFigures(second, "$.notice.pending", 1);
        assertThat(lifecycle(second).<Integer>at("$.notice.affected")).isEqualTo(2);
        sent(second, 2, gone);
        awaitFigures(second, "$.notice.sent", 2);
        assertThat(lifecycle(second).<Integer>at("$.notice.failed")).isZero();
    }

    @Test
    void a62CountsWhoWasToldByOtherMeansFromThenOnAndOnlyWhomNoMailReached() {
        // Given
        String maria = customer("maria");
        String gone = customer("gone");
        String lost = customer("lost");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(60)));
        requestOf(second, 1);
        sent(second, 1, maria);
        failed(second, 1, gone);
        awaitFigures(second, "$.notice.failed", 1);
        assertThat(lifecycle(second).<List<String>>at("$.notice.unreached")).containsExactly(gone);

        // When: a mail is still under way, or nobody asked for one
        Answer early = told(second, lost);
        Answer stranger = told(second, "cus-none");

        // Then
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.<String>at("$.type")).isEqualTo("urn:aftersales:problem:mail-under-way");
        assertThat(stranger.status()).isEqualTo(404);

        // When
        failed(second, 1, lost);
        awaitFigures(second, "$.notice.failed", 2);
        clock.moveTo(beginning.plus(Duration.ofDays(20)));
        Answer told = told(second, gone);
        Answer again = told(second, gone);

        // Then
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(told.text());
        assertThat(told.<Integer>at("$.notice.sent")).isEqualTo(2);
        assertThat(told.<Integer>at("$.notice.affected")).isEqualTo(3);
        assertThat(told.<List<String>>at("$.notice.unreached")).containsExactly(lost);
        assertThat(told.<List<String>>at("$.history[?(@.act == 'CUSTOMER_TOLD')].customer"))
                .containsExactly(gone);
        assertThat(told.<List<String>>at("$.history[?(@.act == 'CUSTOMER_TOLD')].note"))
                .containsExactly("Registered letter");
        assertThat(Instant.parse(told.at("$.notice.periodEndsAt"))).isAfter(beginning.plus(Duration.ofDays(49)));

        // When: all but one are told
        Answer oneUntold = activate(second, null);

        // Then
        assertThat(oneUntold.status()).isEqualTo(409);
        assertThat(oneUntold.<List<String>>at("$.errors[*].rule")).containsExactly("notice-sent");

        // When: the notice is repeated for the last one
        assertThat(notice(second, noticedFrom(second)).status()).isEqualTo(202);

        // Then
        assertThat(requestOf(second, 3).<List<String>>at("$.customers[*].id")).containsExactly(lost);
    }

    @Test
    void countsARepeatedOrOvertakenReplyOnce() {
        // Given
        String maria = customer("maria");
        String chen = customer("chen");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));
        requestOf(second, 1);

        // When: replies come in another order than the customers were named, one of them twice
        sent(second, 1, chen);
        sent(second, 1, chen);
        sent(second, 1, maria);

        // Then
        awaitFigures(second, "$.notice.sent", 2);
        Answer lifecycle = lifecycle(second);
        assertThat(lifecycle.<Integer>at("$.notice.pending")).isZero();
        assertThat(lifecycle.<Integer>at("$.notice.affected")).isEqualTo(2);
    }

    @Test
    void refusesANoticeThatIsTooLateForItsPeriod() {
        // Given
        customer("maria");
        draft(longer(second));

        // When
        Answer late = notice(second, clock.instant().plus(Duration.ofDays(29)));

        // Then
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.<List<String>>at("$.errors[*].rule")).containsExactly("effective-after-notice");
        assertThat(late.<List<String>>at("$.errors[*].clause")).containsExactly("A6.2");
        assertThat(lifecycle(second).<String>at("$.state")).isEqualTo("DRAFT");
    }

    private Instant noticedFrom(String version) {
        return Instant.parse(lifecycle(version).at("$.notice.effectiveFrom"));
    }
}
