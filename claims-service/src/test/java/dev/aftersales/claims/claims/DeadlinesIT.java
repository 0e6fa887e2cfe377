package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.GivenVendors;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deadlines of stored claims, by policy E, whose two hours need no calendar. */
@ServiceIT
class DeadlinesIT {

    private static final String BREACHED = "claims.deadline-breached.v1";

    @LocalServerPort
    int port;

    @Autowired
    Claims claims;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    MongoDatabase database;

    @Autowired
    Judge judge;

    @Autowired
    Backlog backlog;

    @Autowired
    Policies policies;

    private Api api;
    private String claim;
    private Instant submitted;

    @BeforeEach
    void aFaultIsReported() {
        api = Api.at(port);
        String serial = unique("E");
        GivenVendors vendors = GivenVendors.at(port);
        vendors.sold(People.YARA, "metroline", serial, "PX-10", "");
        Answer answer = vendors.submit(People.PAUL, serial, "PX-10", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        claim = answer.at("$.id");
        submitted = claims.find(claim).orElseThrow().submittedAt();
    }

    @Test
    void showsByWhenAndWhyInTheReadersLanguage() {
        // When
        Answer english = deadlines(People.PAUL, "en");
        Answer chinese = deadlines(People.GINA, "zh");

        // Then
        assertThat(english.status()).as(english.toString()).isEqualTo(200);
        assertThat(english.<List<String>>at("$.deadlines[*].promise.clause")).containsExactly("E3.3", "E3.2");
        assertThat(english.<String>at("$.deadlines[0].promise.state")).isEqualTo("RUNNING");
        assertThat(english.<List<Integer>>at("$.deadlines[0].lines")).containsExactly(1);
        assertThat(Instant.parse(english.at("$.deadlines[0].promise.dueAt"))).isEqualTo(due());
        assertThat(english.<String>at("$.deadlines[0].next.what")).isEqualTo("TARGET");
        assertThat(english.<String>at("$.deadlines[1].promise.state")).isEqualTo("NO_COMMITMENT");
        assertThat(english.<String>at("$.deadlines[0].promise.text")).contains("the fault is reported", "Due:");
        assertThat(chinese.<String>at("$.deadlines[0].promise.text")).contains("故障已报");
    }

    @Test
    void firesOnceAtItsOwnTimeHoweverLateItIsFound() {
        // When: nobody looked for five days
        sweepAt(submitted.plus(Duration.ofDays(5)));
        sweepAt(submitted.plus(Duration.ofDays(6)));

        // Then
        Message told = Topics.awaitEvent("claims", BREACHED, claim);
        assertThat(Instant.parse(told.headers().get("ce_time"))).isEqualTo(due().plusSeconds(1));
        assertThat(told.<String>at("$.clause")).isEqualTo("E3.3");
        assertThat(told.<List<String>>at("$.tell")).containsExactly("AGENT", "VENDOR_OPS");
        assertThat(told.text()).doesNotContain("paul", "metroline");
        assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
        assertThat(deadlines(People.GINA, "en").<List<String>>at("$.deadlines[0].told[*].what"))
                .containsExactly("TARGET", "BREACH", "ESCALATION", "ESCALATION");
        assertThat(deadlines(People.GINA, "en").<List<String>>at("$.deadlines[0].told[2].to"))
                .containsExactly("ACCOUNT_MANAGER");
        Message escalated = Topics.awaitEvent("claims", "claims.deadline-escalated.v1", claim);
        assertThat(Instant.parse(escalated.headers().get("ce_time")))
                .isEqualTo(due().plus(Duration.ofHours(2)).plusSeconds(1));
    }

    /** As after a time in which the calendar lacked a year: the claim is looked at when both had been due for days. */
    @Test
    void firesEachAtItsOwnTimeThoughTheClaimWasLookedAtMuchLater() {
        // Given
        Date lookAgain = Date.from(submitted.plus(Duration.ofDays(5)));
        database.getCollection("claims")
                .updateOne(
                        eq("_id", claim), combine(set("deadlineAt", lookAgain), set("state.clocks.nextAt", lookAgain)));

        // When
        sweepAt(submitted.plus(Duration.ofDays(6)));

        // Then
        assertThat(claims.find(claim).orElseThrow().timeline())
                .filteredOn(entry -> List.of("DEADLINE_WARNED", "DEADLINE_BREACHED")
                        .contains(entry.what().name()))
                .extracting(entry -> entry.what().name(), TimelineEntry::time)
                .containsExactly(
                        tuple("DEADLINE_WARNED", Instant.parse(target())),
                        tuple("DEADLINE_BREACHED", due().plusSeconds(1)));
        Message told = Topics.awaitEvent("claims", BREACHED, claim);
        assertThat(Instant.parse(told.headers().get("ce_time"))).isEqualTo(due().plusSeconds(1));
    }

    @Test
    void aClaimThatCannotBeSeenToHoldsUpNoOther() {
        // Given: due before, and bound to a version that nobody knows
        String bad = claim;
        aFaultIsReported();
        MongoCollection<Document> stored = database.getCollection("claims");
        stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-gone"));
        try {
            // When
            sweepAt(submitted.plus(Duration.ofHours(3)));

            // Then
            assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
        } finally {
            stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-1"));
        }
    }

    @Test
    void aClaimOfBeforeThereWereClocksGetsItsOwnOnce() {
        // Given
        acknowledged();
        ClaimClocks kept = claims.find(claim).orElseThrow().clocks();
        MongoCollection<Document> stored = database.getCollection("claims");
        stored.updateOne(eq("_id", claim), combine(unset("state.clocks"), unset("milestones"), unset("deadlineAt")));

        // When
        ClockBackfill backfill = new ClockBackfill(claims, stored, policies);
        backfill.run();
        Object version = version(stored);
        backfill.run();

        // Then
        assertThat(claims.find(claim).orElseThrow().clocks()).isEqualTo(kept);
        assertThat(version(stored)).isEqualTo(version);
        sweepAt(submitted.plus(Duration.ofHours(3)));
        assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
    }

    /** Twice, and a version of before after one of later: what waited for the year is reckoned at once, and once. */
    @Test
    void whoeverEntersAYearHasTheClaimsReckonedThatWaitForIt() {
        // Given: 2027 of a calendar of its own, so that no other claim waits for it
        ClaimClocks kept = claims.find(claim).orElseThrow().clocks();
        String calendar = unique("c").toLowerCase(Locale.ROOT);
        awaits(calendar, 2027, 2029);
        String waitsFor2027 = claim;
        aFaultIsReported();
        awaits(calendar, 2028, 2029);
        MongoCollection<Document> stored = database.getCollection("claims");

        // When
        Answer entered = enter(calendar, "*", 2027);

        // Then
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        await().atMost(Topics.PATIENCE)
                .until(() -> claims.find(waitsFor2027).orElseThrow().clocks(), kept::equals);
        assertThat(Objects.requireNonNull(stored.find(eq("_id", waitsFor2027)).first()))
                .containsEntry("deadlineAt", Date.from(Objects.requireNonNull(kept.nextAt())))
                .doesNotContainKey("awaitsYear");
        assertThat(claims.find(claim).orElseThrow().clocks().awaits()).isEqualTo(new AwaitedYear(calendar, 2028));

        // When
        AwaitingClaims awaiting = new AwaitingClaims(claims, timekeeper, Clock.fixed(submitted, ZoneOffset.UTC));
        Object version = version(stored);
        awaiting.entered("project", calendar, List.of(2027, 2029));
        awaiting.entered("exporter", calendar, List.of(2028));

        // Then
        assertThat(version(stored))
                .as("neither a repeat nor another vendor's year")
                .isEqualTo(version);

        // When
        awaiting.entered("project", calendar, List.of(2026, 2028));

        // Then
        assertThat(claims.find(claim).orElseThrow().clocks().awaits()).isNull();
    }

    @Test
    void aClaimThatCannotBeReadKeepsNoOtherFromTheYearThatItWaitsFor() {
        // Given
        String calendar = unique("c").toLowerCase(Locale.ROOT);
        awaits(calendar, 2027, 2029);
        String bad = claim;
        aFaultIsReported();
        awaits(calendar, 2027, 2029);
        MongoCollection<Document> stored = database.getCollection("claims");
        stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-gone"));
        try {
            // When
            new AwaitingClaims(claims, timekeeper, Clock.fixed(submitted, ZoneOffset.UTC))
                    .entered("project", calendar, List.of(2027));

            // Then
            assertThat(claims.find(claim).orElseThrow().clocks().awaits()).isNull();
        } finally {
            stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-1"));
        }
    }

    /** As if the claim had been reckoned by a calendar that lacks the year, and were looked at again much later. */
    private void awaits(String calendar, int year, int lookAgain) {
        Date again = Date.from(Instant.parse(lookAgain + "-01-01T00:00:00Z"));
        database.getCollection("claims")
                .updateOne(
                        eq("_id", claim),
                        combine(
                                set("awaitsYear", calendar + "/" + year),
                                set("state.clocks.awaits", new Document("calendar", calendar).append("year", year)),
                                set("deadlineAt", again),
                                set("state.clocks.nextAt", again)));
    }

    private Answer enter(String calendar, String ifNoneMatch, int year) {
        return api.as(People.SVEN)
                .with("If-None-Match", ifNoneMatch)
                .post("/api/v1/calendars/" + calendar + "/versions", """
                        {"reason": "test", "calendar": {"name": {"en": "Fair", "zh": "展会"}, "zone": "Asia/Shanghai",
                         "years": [%d],
                         "weekend": ["TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], "holidays": {}, "makeUpDays": {},
                         "hours": {"MONDAY": ["09:00-18:00"]}, "makeUpHours": []}}
                        """.formatted(year));
    }

    /** It replaces the state and leaves fields that it does not know: the claim then stands by an instant that is nobody's. */
    @Test
    void aClaimThatAVersionOfBeforeTheClocksHasWrittenSinceIsPutWhereItBelongs() {
        // Given
        ClaimClocks kept = claims.find(claim).orElseThrow().clocks();
        MongoCollection<Document> stored = database.getCollection("claims");
        stored.updateOne(
                eq("_id", claim),
                combine(unset("state.clocks"), set("deadlineAt", Date.from(submitted.plusSeconds(60)))));

        // When
        sweepAt(submitted.plusSeconds(61));
        Object version = version(stored);
        sweepAt(submitted.plusSeconds(62));

        // Then
        assertThat(claims.find(claim).orElseThrow().clocks()).isEqualTo(kept);
        assertThat(Objects.requireNonNull(stored.find(eq("_id", claim)).first()).getDate("deadlineAt"))
                .isEqualTo(Date.from(Objects.requireNonNull(kept.nextAt())));
        assertThat(version(stored)).as("once").isEqualTo(version);
        assertThat(happenings()).doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");

        // When
        sweepAt(submitted.plus(Duration.ofHours(3)));

        // Then
        assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
    }

    @Test
    void aClaimThatCannotBeReadKeepsNoOtherFromItsClocks() {
        // Given
        String bad = claim;
        aFaultIsReported();
        MongoCollection<Document> stored = database.getCollection("claims");
        for (String id : List.of(bad, claim)) {
            stored.updateOne(eq("_id", id), combine(unset("state.clocks"), unset("milestones"), unset("deadlineAt")));
        }
        stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-gone"));
        try {
            // When
            new ClockBackfill(claims, stored, policies).run();

            // Then
            assertThat(claims.find(claim).orElseThrow().clocks().nextAt()).isNotNull();
        } finally {
            stored.updateOne(eq("_id", bad), set("state.policyVersion", "E-1"));
        }
    }

    private @Nullable Object version(MongoCollection<Document> stored) {
        return Objects.requireNonNull(stored.find(eq("_id", claim)).first()).get("version");
    }

    @Test
    void aClaimThatCannotBeReadHoldsUpNoOther() {
        // Given: due before, and of a form that nobody knows
        String bad = claim;
        aFaultIsReported();
        MongoCollection<Document> stored = database.getCollection("claims");
        Object lines =
                stored.find(eq("_id", bad)).first().get("state", Document.class).get("lines");
        stored.updateOne(eq("_id", bad), set("state.lines", "none"));
        try {
            // When
            sweepAt(submitted.plus(Duration.ofHours(3)));

            // Then
            assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
        } finally {
            stored.updateOne(eq("_id", bad), set("state.lines", lines));
        }
    }

    @Test
    void firesOnceUnderManyInstancesAtOnce() {
        // When
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(instance ->
                                CompletableFuture.runAsync(() -> sweepAt(submitted.plus(Duration.ofHours(3)))))
                        .toArray(CompletableFuture[]::new))
                .join();

        // Then
        assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
    }

    @Test
    void firesOnceWhenTheMachinesClockIsSetBack() {
        // When
        sweepAt(due().plusSeconds(1));
        sweepAt(due().minus(Duration.ofHours(1)));
        sweepAt(due().plusSeconds(2));

        // Then
        assertThat(happenings()).containsOnlyOnce("DEADLINE_WARNED").containsOnlyOnce("DEADLINE_BREACHED");
    }

    @Test
    void firesNothingInTheLastSecondThatIsInTime() {
        sweepAt(due().truncatedTo(ChronoUnit.SECONDS));

        assertThat(happenings()).contains("DEADLINE_WARNED").doesNotContain("DEADLINE_BREACHED");
    }

    /** E?8: the acknowledgment is a reply of the suite, and stops nothing here. */
    @Test
    void e33IsKeptByTheWordOfAPersonAndByNothingElse() {
        // Given
        acknowledged();

        // When
        Answer told = report(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\"}");
        Answer again = report(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\"}");
        sweepAt(submitted.plus(Duration.ofDays(5)));

        // Then
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(happenings())
                .containsOnlyOnce("CUSTOMER_ANSWERED")
                .doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");
        assertThat(deadlines(People.PAUL, "en").<String>at("$.deadlines[0].promise.state"))
                .isEqualTo("MET");
        assertThat(claims.find(claim).orElseThrow().timeline().getLast().note()).isNull();
    }

    /** Whoever says afterwards that a promise was kept leaves a trace of having said it afterwards. */
    @Test
    void theTimelineSaysWhenSomethingHappenedThatIsReportedAfterwards() {
        String then = "\"at\":\"" + submitted + "\"";

        Answer told = report(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\"," + then + "}");

        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        TimelineEntry entry = claims.find(claim).orElseThrow().timeline().getLast();
        assertThat(entry.what()).isEqualTo(TimelineEntry.What.CUSTOMER_ANSWERED);
        assertThat(entry.note()).isEqualTo(submitted.toString());
        assertThat(entry.time()).isAfter(submitted);
    }

    /** A breach that was told does not vanish with a word that comes after it. */
    @Test
    void namesTheWordThatCameAfterTheBreach() {
        // Given
        sweepAt(submitted.plus(Duration.ofHours(3)));

        // When
        Answer told = report(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\",\"at\":\"" + submitted + "\"}");

        // Then
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        Answer answer = deadlines(People.PAUL, "en");
        assertThat(answer.<String>at("$.deadlines[0].promise.state")).isEqualTo("MET");
        assertThat(answer.<List<Integer>>at("$.deadlines[0].said[0].lines")).containsExactly(1);
        assertThat(answer.<String>at("$.deadlines[0].said[0].by")).isEqualTo("AGENT");
        assertThat(Instant.parse(answer.at("$.deadlines[0].said[0].at"))).isAfter(submitted);
        assertThat(answer.<String>at("$.deadlines[0].said[0].contradicts.what")).isEqualTo("BREACH");
        assertThat(Instant.parse(answer.at("$.deadlines[0].said[0].contradicts.at")))
                .isEqualTo(due().plusSeconds(1));
    }

    @Test
    void theFirstWordCounts() {
        // Given
        String then = "{\"milestone\":\"FIRST_HUMAN_RESPONSE\",\"at\":\"" + submitted + "\"}";
        assertThat(report(People.GINA, then).status()).isEqualTo(200);
        Claim kept = claims.find(claim).orElseThrow();
        Instant later = submitted.plusSeconds(1);
        await().until(() -> Instant.now().isAfter(later));

        // When
        Answer again = report(People.GINA, then);
        Answer untimed = report(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\"}");
        Answer other = report(People.GINA, then.replace(submitted.toString(), later.toString()));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(untimed.status()).isEqualTo(200);
        assertThat(Instant.parse(untimed.at("$.happened[0].at")))
                .as("what stands is the first word")
                .isEqualTo(submitted);
        assertThat(other.status()).as(other.toString()).isEqualTo(409);
        assertThat(other.<String>at("$.type")).isEqualTo("urn:aftersales:problem:milestone-said-before");
        assertThat(Instant.parse(other.at("$.happenedAt"))).isEqualTo(submitted);
        assertThat(other.<List<Integer>>at("$.lines")).containsExactly(1);
        assertThat(claims.find(claim).orElseThrow()).isEqualTo(kept);
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        String future = submitted.plus(Duration.ofDays(1)).toString();
        Answer tooSoon = report(
                People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\",\"at\":\"" + submitted.minusSeconds(1) + "\"}");
        assertThat(tooSoon.status()).as(tooSoon.toString()).isEqualTo(422);
        assertThat(tooSoon.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-then");
        assertThat(tooSoon.<String>at("$.field")).isEqualTo("at");
        assertThat(Instant.parse(tooSoon.at("$.earliest"))).isEqualTo(submitted);

        assertThat(problem(People.PAUL, "{}", 400)).isEqualTo("invalid");
        assertThat(problem(People.PAUL, "{\"milestone\":null}", 400)).isEqualTo("invalid");
        assertThat(problem(People.PAUL, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\"}", 403))
                .isEqualTo("not-yours-to-say");
        assertThat(problem(People.PAUL, "{\"milestone\":\"DEVICE_SENT\"}", 422)).isEqualTo("milestone-unknown");
        assertThat(problem(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\",\"at\":\"" + future + "\"}", 422))
                .isEqualTo("not-then");
        assertThat(problem(People.GINA, "{\"milestone\":\"FIRST_HUMAN_RESPONSE\",\"lines\":[2]}", 422))
                .isEqualTo("line-unknown");
        assertThat(happenings()).doesNotContain("CUSTOMER_ANSWERED");
    }

    /** What came late, twice or out of order starts and stops no clock a second time. */
    @Test
    void aRepeatedAcknowledgmentMovesNothing() {
        // Given
        acknowledged();
        ClaimClocks before = claims.find(claim).orElseThrow().clocks();

        // When
        GivenEvents.of(claim, "project").mailed(unique("ntf"), "claim-received");
        GivenEvents.of(claim, "project").started(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> happenings().contains("DIAGNOSIS_STARTED"));

        // Then
        assertThat(claims.find(claim).orElseThrow().clocks()).isEqualTo(before);
    }

    private void acknowledged() {
        GivenEvents.of(claim, "project").mailed(unique("ntf"), "claim-received");
        await().atMost(Duration.ofSeconds(20)).until(() -> happenings().contains("ACKNOWLEDGED"));
    }

    private String target() {
        return deadlines(People.GINA, "en").at("$.deadlines[0].promise.targetAt");
    }

    private Instant due() {
        return submitted.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));
    }

    private void sweepAt(Instant now) {
        // What other tests have just said is still being heard.
        await().atMost(Topics.PATIENCE).until(() -> backlog.heardUntil(now).isPresent());
        new DeadlineSweep(
                        claims,
                        timekeeper,
                        new FiringDeadlines(judge::policy),
                        backlog,
                        Clock.fixed(now, ZoneOffset.UTC),
                        new SimpleMeterRegistry())
                .run();
    }

    private List<String> happenings() {
        return claims.find(claim).orElseThrow().timeline().stream()
                .map(entry -> entry.what().name())
                .toList();
    }

    private Answer deadlines(People person, String language) {
        return api.as(person).get("/api/v1/claims/" + claim + "/deadlines?lang=" + language);
    }

    private Answer report(People person, String body) {
        return api.as(person).post("/api/v1/claims/" + claim + "/milestones", body);
    }

    private String problem(People person, String body, int status) {
        Answer answer = report(person, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.<String>at("$.type").replace("urn:aftersales:problem:", "");
    }
}
