package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.aftersales.claims.GivenClaims.unique;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.policies.PolicyPacks;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import dev.aftersales.contracts.events.notifications.NoticeSent;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of a policy version, at a vendor of each test's own whose first version is the exporter's. */
@ServiceIT
@ActiveProfiles("simulation")
@Import(MovableClock.Beans.class)
class PolicyChangeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    Policies policies;

    @Autowired
    MongoDatabase database;

    @Autowired
    Successions successions;

    @Autowired
    PolicyPacks shipped;

    @Autowired
    Aggregates<PolicyVersion> versions;

    @Autowired
    Aggregates<NoticeRequest> requests;

    @Autowired
    NoticeWalk walk;

    @Autowired
    Drafting drafting;

    private final String vendor = unique("v").toLowerCase(Locale.ROOT);
    private final int number = ThreadLocalRandom.current().nextInt(10, 90_000) * 10;
    private final String first = "V-" + number;
    private final String second = "V-" + (number + 1);
    private Instant beginning = Instant.EPOCH;

    @BeforeEach
    void setTheFirstVersionInForce() {
        beginning = clock.instant();
        assertThat(draft(pack(first)).status()).isEqualTo(201);
        Answer active = activate(first, beginning.plusSeconds(5));
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
        clock.moveTo(beginning.plusSeconds(6));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

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

    @Test
    void letsOneOfTwoEditsOfADraftThrough() {
        // Given
        assertThat(draft(longer(second)).header("ETag")).isEqualTo("\"1\"");

        // When
        Answer blind =
                admin().with("Content-Type", "application/yaml").put("/api/v1/policies/" + second, longer(second));
        Answer mine = replace(second, "\"1\"", longer(second));
        Answer theirs = replace(second, "\"1\"", longer(second));

        // Then
        assertThat(blind.status()).isEqualTo(428);
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.header("ETag")).isEqualTo("\"2\"");
        assertThat(theirs.status()).isEqualTo(412);
    }

    @Test
    void changesNothingButADraft() {
        // Given
        customer("maria");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));

        // When
        Answer noticed = replace(second, "\"1\"", longer(second));
        Answer active = replace(first, "\"1\"", pack(first));
        Answer again = draft(longer(second));

        // Then
        assertThat(List.of(noticed.status(), active.status(), again.status())).containsExactly(409, 409, 409);
        assertThat(noticed.<String>at("$.type")).isEqualTo("urn:aftersales:problem:version-fixed");
        assertThat(again.<String>at("$.type")).isEqualTo("urn:aftersales:problem:version-taken");
    }

    @Test
    void refusesWhatIsNoPackOfTheVendorsAndKeepsWhatIsInForce() {
        // When
        Answer broken = draft("vendor: " + vendor + "\nnonsense: 1\n");
        Answer foreign = draft(text("exporter/A-1").replace("version: A-1", "version: A-999"));
        Answer bomb = draft("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n");
        Answer huge = draft("#" + "x".repeat(10 * 1024 * 1024));
        Answer unsaid = draft(pack(first).replaceFirst("start: ACK_SENT", "start: FULL_MOON"));

        // Then
        assertThat(unsaid.status()).as(unsaid.toString()).isEqualTo(422);
        assertThat(unsaid.<List<String>>at("$.errors[*].place")).containsExactly("clocks[1].start");
        assertThat(unsaid.<List<String>>at("$.errors[*].rule"))
                .singleElement(STRING)
                .contains("FULL_MOON", "ACK_SENT");
        assertThat(unsaid.<List<Integer>>at("$.errors[*].line")).hasSize(1);
        assertThat(List.of(broken.status(), foreign.status(), bomb.status())).containsExactly(422, 422, 422);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(broken.<List<String>>at("$.errors[*].place")).contains("nonsense");
        assertThat(broken.<List<Integer>>at("$.errors[*].line")).contains(2);
        assertThat(foreign.<List<String>>at("$.errors[*].place")).contains("vendor");
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void showsADraftToThoseWhoMakeItAndTheDifferenceInWords() {
        // Given
        customer("maria");
        draft(longer(second));

        // When
        Answer diff = admin().get("/api/v1/policies/" + second + "/diff");
        Answer others = person("maria", "customer").get("/api/v1/policies/" + second);

        // Then
        assertThat(diff.<String>at("$.from")).isEqualTo(first);
        assertThat(diff.<List<String>>at("$.changes[*].zh")).containsExactly("保修期（A1.1），期限：由12个月改为18个月。");
        assertThat(others.status()).isEqualTo(404);
        assertThat(admin().get("/api/v1/policies").<List<String>>at("$.items[*].version"))
                .containsExactly(second, first);
        assertThat(admin().get("/api/v1/policies").<List<String>>at("$.items[*].state"))
                .containsExactly("DRAFT", "ACTIVE");
        assertThat(person("maria", "customer").get("/api/v1/policies").<List<String>>at("$.items[*].version"))
                .containsExactly(first);
    }

    @Test
    void showsAVersionToThoseWhoAreToldOfIt() {
        // Given
        customer("maria");
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        notice(second, from);

        // When
        Answer told = person("maria", "customer").get("/api/v1/policies/" + second);
        Answer diff = person("anna", "agent").get("/api/v1/policies/" + second + "/diff");
        Answer foreign = Api.at(port).as(People.CARL).get("/api/v1/policies/" + second);

        // Then
        assertThat(told.<String>at("$.term.length")).isEqualTo("P18M");
        assertThat(Instant.parse(told.at("$.effectiveFrom"))).isEqualTo(from.truncatedTo(ChronoUnit.MILLIS));
        assertThat(told.<String>at("$.zone")).isNotEmpty();
        assertThat(diff.<List<String>>at("$.changes[*].en"))
                .containsExactly("Warranty term (A1.1), length: 12 months becomes 18 months.");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(person("viktor", "vendor-ops").get("/api/v1/policies").<List<String>>at("$.items[*].state"))
                .containsExactly("NOTICED", "ACTIVE");
    }

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

    private PolicyPacks.Shipped shippedPack(String version) {
        String pack = pack(version);
        return new PolicyPacks.Shipped(GivenPacks.READER.compile("draft", pack), pack);
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

    private String pack(String version) {
        return text("exporter/A-1")
                .replace("vendor: exporter", "vendor: " + vendor)
                .replace("policy: A\n", "policy: V\n")
                .replace("version: A-1", "version: " + version);
    }

    private String longer(String version) {
        return with(pack(version), "  length: P12M", "  length: P18M");
    }

    /** The pack with a term for one product alone. */
    private String byProduct(String version, String model) {
        return with(pack(version), "  length: P12M\n", "") + "\nproducts:\n  " + model + ": { term: P12M }\n";
    }

    private Api person(String name, String role) {
        return person(name, role, role.equals("customer") ? "nordwind" : null);
    }

    private Api person(String name, String role, String organisation) {
        return Api.at(port)
                .withToken(TestIssuer.shared()
                        .token(name + "-" + vendor)
                        .name(name)
                        .email(name + "@nordwind.example")
                        .vendors(vendor)
                        .roles(role)
                        .with("org", organisation)
                        .sign());
    }

    private Api admin() {
        return person("petra", "policy-admin");
    }

    private Answer draft(String pack) {
        return admin().with("Content-Type", "application/yaml").post("/api/v1/policies", pack);
    }

    private Answer replace(String version, String etag, String pack) {
        return admin().with("Content-Type", "application/yaml")
                .with("If-Match", etag)
                .put("/api/v1/policies/" + version, pack);
    }

    private Answer notice(String version, Instant from) {
        return admin().post("/api/v1/policies/" + version + "/notice", "{\"effectiveFrom\":\"" + from + "\"}");
    }

    private Answer activate(String version, Instant from) {
        return admin().post(
                        "/api/v1/policies/" + version + "/activation",
                        from == null ? "{}" : "{\"effectiveFrom\":\"" + from + "\"}");
    }

    private Answer told(String version, String customer) {
        return person("viktor", "vendor-ops")
                .post(
                        "/api/v1/policies/" + version + "/notice/" + customer + "/told",
                        "{\"how\":\"Registered letter\"}");
    }

    private Instant noticedFrom(String version) {
        return Instant.parse(lifecycle(version).at("$.notice.effectiveFrom"));
    }

    private Answer lifecycle(String version) {
        return admin().get("/api/v1/policies/" + version + "/lifecycle");
    }

    private String current() {
        return policies.current(vendor).orElseThrow().version();
    }

    /** A customer of the vendor with a contact; the id as events name it. */
    private String customer(String name) {
        return customerOf("nordwind", name);
    }

    private String customerOf(String organisation, String name) {
        Answer answer = person(name, "customer", organisation)
                .put(
                        "/api/v1/customers/me",
                        "{\"name\":\"%s\",\"email\":\"%s@nordwind.example\",\"language\":\"en\"}"
                                .formatted(name, name));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return DerivedId.of("cus", vendor, name + "-" + vendor);
    }

    /** Notice, mails and activation. */
    private void tellEverybody(String version, Instant from, String... names) {
        notice(version, from);
        requestOf(version, 1);
        for (String name : names) {
            sent(version, 1, DerivedId.of("cus", vendor, name + "-" + vendor));
        }
        awaitFigures(version, "$.notice.sent", names.length);
        Answer active = activate(version, null);
        assertThat(active.status()).as(active.toString()).isEqualTo(200);
    }

    private String claim(String name) {
        String serial = unique("S");
        String number = unique("C");
        Answer entered = contract(number, serial, null);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        return claimed(name, number, serial);
    }

    private Answer contract(String number, String serial, String version) {
        return contractOf("nordwind", number, serial, version);
    }

    private void contractOf(String organisation, String number, String serial) {
        assertThat(contractOf(organisation, number, serial, null).status()).isEqualTo(201);
    }

    private Answer contractOf(String organisation, String number, String serial, String version) {
        return contractOf(organisation, number, serial, version, "X1");
    }

    private Answer contractOf(String organisation, String number, String serial, String version, String model) {
        return person("viktor", "vendor-ops").put("/api/v1/contracts/" + number, """
                {"organisation":"%s","shipments":[{"billOfLading":"BL-1","date":"%s","units":[
                {"serial":"%s","model":"%s","itemClass":"MAIN_UNIT"}]}]%s}""".formatted(
                        organisation,
                        LocalDate.now(ZoneOffset.UTC).minusMonths(1),
                        serial,
                        model,
                        version == null ? "" : ",\"policyVersion\":\"" + version + "\""));
    }

    private String claimed(String name, String contract, String serial) {
        Answer photo = person(name, "customer").upload("/api/v1/evidence", "p.jpg", "image/jpeg", GivenClaims.JPEG);
        Answer claim = person(name, "customer")
                .with("Idempotency-Key", unique("key"))
                .post("/api/v1/claims", GivenClaims.body(contract, photo.at("$.id"), serial));
        assertThat(claim.status()).as(claim.toString()).isEqualTo(201);
        return claim.at("$.id");
    }

    private String versionOf(String claim) {
        return person("anna", "agent").get("/api/v1/claims/" + claim).at("$.policyVersion");
    }

    private Message requestOf(String version, int request) {
        return Topics.awaitEvent("policy-notices", "policies.policy-notice-requested.v1", version + "/" + request);
    }

    private void awaitFigures(String version, String path, int expected) {
        await().atMost(PATIENCE).until(() -> lifecycle(version).<Integer>at(path), found -> found == expected);
    }

    private void sent(String version, int request, String customer) {
        String notification = "ntf-" + version + "-" + request + "-" + customer;
        say(
                "notifications.notice-sent.v1",
                notification,
                new NoticeSent(
                        notification,
                        vendor,
                        version + "/" + request,
                        version,
                        customer,
                        "policy-notice",
                        "policy-notices/" + version + "/" + request + "/1",
                        clock.instant()));
    }

    private void failed(String version, int request, String customer) {
        String notification = "ntf-" + version + "-" + request + "-" + customer;
        say(
                "notifications.notice-failed.v1",
                notification,
                new NoticeFailed(
                        notification,
                        vendor,
                        version + "/" + request,
                        version,
                        customer,
                        "policy-notice",
                        "policy-notices/" + version + "/" + request + "/1",
                        "550 5.1.1",
                        clock.instant()));
    }

    private void say(String type, String notification, Object event) {
        Topics.event(type)
                .vendor(vendor)
                .subject(notification)
                .sequence(1)
                .json(JSON.writeValueAsString(event))
                .to("notifications");
    }
}
