package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static dev.aftersales.claims.GivenClaims.unique;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a version must keep to take effect, and that it does so at one instant for all who read it. */
class ActivationIT extends VersionsOfAVendor {

    @Test
    void refusesADraftThatFreesItselfOfTheGuardsOfTheVersionInForce() {
        // Given
        draft(GivenPacks.without(longer(second), "governance"));

        // When
        Answer refused = activate(second, clock.instant().plusSeconds(60));

        // Then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.<List<String>>at("$.errors[*].rule")).contains("notice-sent", "notice-kept");
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void refusesAnEffectInThePastOrBeforeTheFormerVersion() {
        draft(longer(second));

        Answer past = activate(second, beginning.minusSeconds(60));

        assertThat(past.status()).isEqualTo(409);
        assertThat(past.<List<String>>at("$.errors[*].rule")).contains("effective-not-past", "effective-after-former");
    }

    @Test
    void d24aRefusesAVersionWithoutATermForAModelThatWasSold() {
        // Given: D's way of a term for each product; of X1 units are in their owners' hands
        String contract = unique("C");
        String serial = unique("S");
        assertThat(contract(contract, serial, null).status()).isEqualTo(201);
        draft(byProduct(second, "DX-10"));

        // When
        Answer refused = activate(second, clock.instant().plus(Duration.ofDays(40)));

        // Then
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.<List<String>>at("$.errors[?(@.rule == 'every-product-has-a-term')].detail"))
                .anySatisfy(detail -> assertThat(detail).startsWith("Units were sold of X1, and no term"));

        // When: the contract is of before models were kept
        database.getCollection("contracts").updateOne(eq("_id", vendor + "/" + contract), unset("models"));
        database.getCollection("sold-models").deleteOne(eq("_id", vendor + "/X1"));

        // Then
        assertThat(activate(second, clock.instant().plus(Duration.ofDays(40))).text())
                .contains("Units were sold of X1, and no term");

        // When: the contract turns out to have been about another model
        assertThat(contractOf("nordwind", contract, serial, null, "DX-10").status())
                .isEqualTo(200);

        // Then
        assertThat(activate(second, clock.instant().plus(Duration.ofDays(40))).text())
                .doesNotContain("Units were sold");
    }

    @Test
    void letsOneOfTwoActivationsAtOnceThrough() {
        // Given: no customer has to be told
        String third = "V-" + (number + 2);
        draft(longer(second));
        draft(longer(third));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        notice(second, from);
        notice(third, from);

        // When
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> activate(second, null));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> activate(third, null));

        // Then
        List<Answer> answers = List.of(one.join(), other.join());
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allSatisfy(answer -> assertThat(answer.<List<String>>at("$.errors[*].rule"))
                        .containsExactly("effective-after-former"));
        assertThat(policies.versions(vendor)).hasSize(2);
    }

    /** A6.2: nobody would be told of it. */
    @Test
    void a62StartsNoReleaseThatBringsAnotherVersionInThePlaceOfTheFirst() {
        // Given
        StoredPolicies stored = new StoredPolicies(shipped, successions, versions, drafting, clock);
        PolicyRefresh release = new PolicyRefresh(shipped, stored, successions, versions, clock);
        String third = "V-" + (number + 2);

        // When
        release.publish(shippedPack(second));
        release.publish(shippedPack(second));

        // Then
        assertThatThrownBy(() -> release.publish(shippedPack(third)))
                .hasMessageContaining(second)
                .hasMessageContaining(third);
        assertThat(versions.find(third)).isEmpty();
    }

    @Test
    void isSeenByAnotherInstanceWithinASecondAndAtOnceByItsName() {
        // Given
        StoredPolicies other = new StoredPolicies(shipped, successions, versions, drafting, clock);
        PolicyRefresh refresh = new PolicyRefresh(shipped, other, successions, versions, clock);
        refresh.start();
        try {
            assertThat(other.versions(vendor)).hasSize(1);
            draft(longer(second));
            Instant from = clock.instant().plus(Duration.ofDays(40));
            notice(second, from);

            // When
            assertThat(activate(second, null).status()).isEqualTo(200);

            // Then
            assertThat(other.version(second)).isPresent();
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> other.versions(vendor).size() == 2);
            clock.moveTo(from);
            assertThat(other.current(vendor)).map(CompiledPolicy::version).contains(second);
        } finally {
            refresh.stop();
        }
    }

    @Test
    void isFinishedByTheNextReaderWhereAnInstanceDiedAfterItWasDecided() {
        // Given
        draft(longer(second));
        String hash = PolicyVersion.hash(longer(second));
        Succession.Step step =
                new Succession.Step(second, clock.instant().plusSeconds(60), hash, "petra", clock.instant());
        successions.enter(vendor, succession -> new Successions.Entry<>(Optional.of(step), "entered"));

        // When
        StoredPolicies other = new StoredPolicies(shipped, successions, versions, drafting, clock);

        // Then
        assertThat(other.versions(vendor)).extracting(CompiledPolicy::version).containsExactly(second, first);
        assertThat(lifecycle(second).<String>at("$.state")).isEqualTo("ACTIVE");
        Topics.awaitEvent("policies", "policies.policy-version-published.v1", second);
    }

    @Test
    void dropsADecisionWhoseDraftWasChangedBeforeItWasFinished() {
        // Given
        draft(longer(second));
        Succession.Step step =
                new Succession.Step(second, clock.instant().plusSeconds(60), "another hash", "petra", clock.instant());
        successions.enter(vendor, succession -> new Successions.Entry<>(Optional.of(step), "entered"));

        // When
        StoredPolicies other = new StoredPolicies(shipped, successions, versions, drafting, clock);

        // Then
        assertThat(other.versions(vendor)).extracting(CompiledPolicy::version).containsExactly(first);
        assertThat(lifecycle(second).<String>at("$.state")).isEqualTo("DRAFT");
        assertThat(successions.of(vendor).steps()).hasSize(1);
    }

    @Test
    void isNeitherAnnouncedNorActivatedWithoutItsCalendar() {
        // Given
        String calendar = unique("c").toLowerCase(Locale.ROOT);
        assertThat(draft(with(pack(second), "calendar: china", "calendar: " + calendar))
                        .status())
                .isEqualTo(201);
        Instant from = clock.instant().plus(Duration.ofDays(40));

        // When
        Answer announced = notice(second, from);
        Answer activated = activate(second, from);

        // Then
        assertThat(announced.status()).as(announced.toString()).isEqualTo(409);
        assertThat(announced.<List<String>>at("$.errors[*].rule")).containsExactly("calendar-there");
        assertThat(activated.<List<String>>at("$.errors[*].rule")).contains("calendar-there");
        assertThat(announced.<List<String>>at("$.errors[*].detail"))
                .allSatisfy(detail -> assertThat(detail).contains(calendar, "china"));
    }

    @Test
    void warnsWhileItsCalendarDoesNotReachSoFar() {
        // Given
        assertThat(draft(longer(second)).status()).isEqualTo(201);

        // When
        Answer noticed = notice(second, Instant.parse("2099-01-05T00:00:00Z"));

        // Then
        assertThat(noticed.status()).as(noticed.toString()).isEqualTo(202);
        assertThat(noticed.<List<String>>at("$.warnings[*].rule"))
                .containsExactly("words-of-before", "calendar-year-missing");
        assertThat(noticed.<List<String>>at("$.warnings[?(@.rule == 'calendar-year-missing')].detail"))
                .allSatisfy(detail -> assertThat(detail).contains("does not hold 2099"));
    }

    /** A reading that nothing refers to would be changed, announced and mailed, and change nothing. */
    @Test
    void warnsOfAReadingOnWhichNoRuleRests() {
        // When
        Answer drafted = draft(with(
                pack(second),
                "readings:\n",
                "readings:\n  R-A98: { settles: \"silent: nothing\", en: \"Nothing.\", zh: \"无。\" }\n"));

        // Then
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        assertThat(drafted.<List<String>>at("$.warnings[*].rule")).containsExactly("idle-reading");
        assertThat(drafted.<List<String>>at("$.warnings[*].detail")).allSatisfy(detail -> assertThat(detail)
                .startsWith("readings.R-A98: no rule of this pack refers to it"));
    }

    /** The pack with a term for one product alone. */
    private String byProduct(String version, String model) {
        return with(pack(version), "  length: P12M\n", "") + "\nproducts:\n  " + model + ": { term: P12M }\n";
    }
}
