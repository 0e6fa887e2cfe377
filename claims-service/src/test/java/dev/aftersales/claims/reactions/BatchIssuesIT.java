package dev.aftersales.claims.reactions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.claims.GivenBatches;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.Lag;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What batch issues do to claims (A4.7): once, again, and out of their order. */
@ServiceIT
class BatchIssuesIT {

    private static final String WITHDRAWN = EventTypes.typeOf(BatchNoticeWithdrawn.class);

    private static final String MARIA = DerivedId.of("cus", "exporter", "maria");
    private static final String CHEN = DerivedId.of("cus", "exporter", "chen");

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    GivenClaims given;
    GivenBatches batch;
    String first;
    String second;
    String claim;

    @BeforeEach
    void submitAClaimOfTwoLines() {
        given = GivenClaims.at(port);
        batch = GivenBatches.unique();
        first = unique("S");
        second = unique("S");
        claim = given.admitted(first, second);
    }

    @Test
    void linksTheLinesOfAnIssueOnceThoughItIsToldTwice() {
        // When
        batch.detected(1, line(1, first));
        batch.detected(1, line(1, first));
        batch.grew(2, List.of(line(1, first)), List.of());
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<String>>at("$.batchIssues[*].id")).containsExactly(batch.id());
        assertThat(given.claim(claim).<List<Integer>>at("$.batchIssues[0].lines"))
                .containsExactly(1);
        assertThat(entries("BATCH_ISSUE_LINKED")).containsExactly(batch.id());
        assertThat(listed()).containsExactly(claim);
    }

    @Test
    void linksWhatAnOlderEventNamesThatComesAfterANewer() {
        // When
        batch.grew(2, List.of(line(2, second)), List.of());
        batch.detected(1, line(1, first));
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<Integer>>at("$.batchIssues[0].lines"))
                .containsExactly(1, 2);
    }

    @Test
    void forgetsWhatWentAndIsNotTakenBackByAnOlderEvent() {
        // Given
        batch.detected(1, line(1, first), line(2, second));

        // When
        batch.grew(3, List.of(), List.of(line(1, first), line(2, second)));
        batch.grew(2, List.of(line(1, first)), List.of());
        handledSoFar();

        // Then
        assertThat(given.claim(claim).<List<Object>>at("$..batchIssues")).isEmpty();
        assertThat(entries("BATCH_ISSUE_LEFT")).containsExactly(batch.id());
        assertThat(listed()).isEmpty();
    }

    @Test
    void linksTheOthersOfAnEventThatNamesAClaimWhichDoesNotExistAndTellsTheirCustomers() {
        // When
        batch.detected(1, new CountedLine("clm-none", 1, "S-0", 1, GivenBatches.REACHED), line(1, first));
        handledSoFar();

        // Then
        assertThat(listed()).containsExactly(claim);
        awaitNotice("FAILED_UNITS", MARIA);
    }

    @Test
    void hasACustomerToldOnceOfAllUnitsHoweverManyClaimsTheyAreFrom() {
        // Given
        String third = unique("S");
        String other = given.admitted(third);

        // When
        batch.detected(1, line(1, first));
        batch.grew(2, List.of(line(2, second), new CountedLine(other, 1, null, 3, GivenBatches.REACHED)), List.of());
        batch.detected(1, line(1, first));
        Message notice = awaitNotice("FAILED_UNITS", MARIA);
        batch.grew(3, List.of(new CountedLine(other, 1, third, 1, GivenBatches.REACHED)), List.of());
        batch.grew(3, List.of(new CountedLine(other, 1, third, 1, GivenBatches.REACHED)), List.of());
        String chens = chensClaim();
        batch.grew(4, List.of(new CountedLine(chens, 1, "S-chen", 1, GivenBatches.REACHED)), List.of());

        // Then
        Message later = awaitNotice("FAILED_UNITS", CHEN);
        assertThat(notices()).as("growth tells nobody again").hasSize(2);
        assertThat(notice.<Integer>at("$.units")).isEqualTo(5);
        assertThat(notice.<Integer>at("$.unverified")).isEqualTo(3);
        assertThat(notice.<List<String>>at("$.serials"))
                .containsExactlyElementsOf(Stream.of(first, second).sorted().toList());
        assertThat(notice.<List<String>>at("$.claims")).containsExactlyInAnyOrder(claim, other);
        assertThat(notice.<List<String>>at("$.faultCodes")).containsExactly("E-42");
        assertThat(later.<List<String>>at("$.serials")).containsExactly("S-chen");
    }

    @Test
    void looksForCustomersOnlyWhenTheDetectionIsHeardThatComesAfterItsGrowth() {
        // When
        batch.grew(2, List.of(line(2, second)), List.of());
        batch.detected(1, line(1, first));

        // Then
        assertThat(awaitNotice("FAILED_UNITS", MARIA).<Integer>at("$.units")).isEqualTo(2);
    }

    @Test
    void hasOwnersOfSisterUnitsToldOnceOnThePlansOrderAlsoWhenItIsHeardFirst() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        units(lot, model, unique("S"), unique("S"));

        // When
        batch.planned(3, true, model, lot);
        batch.planned(3, true, model, lot);
        batch.detectedOf(model, 1, line(1, first), line(2, second));

        // Then
        Message notice = awaitNotice("SISTER_UNITS", MARIA);
        assertThat(notice.<Integer>at("$.units")).isEqualTo(2);
        assertThat(notice.<List<String>>at("$.lots")).containsExactly(lot);
        assertThat(notice.<String>at("$.model")).isEqualTo(model);
        assertThat(notice.<List<String>>at("$.faultCodes"))
                .as("with which its units were claimed")
                .containsExactly("E-42");
        assertThat(notice.text())
                .as("another company's name is nobody's business")
                .doesNotContain("pacific");
        awaitNotice("FAILED_UNITS", MARIA);
        assertThat(notices())
                .filteredOn(one -> one.<String>at("$.kind").equals("SISTER_UNITS"))
                .extracting(one -> one.<String>at("$.customer.id"))
                .doesNotHaveDuplicates();
    }

    /** As the plan has them, whoever else has units of the others. */
    @Test
    void namesToAnOwnerOnlyTheLotsOfWhichTheCompanyHasUnits() {
        // Given
        String lot = unique("L");
        String another = unique("L");
        String ofNobody = unique("L");
        String ofOthers = unique("L");
        String ofFailed = unique("L");
        String model = unique("M");
        String failed = unique("S");
        units(another, model, unique("S"), unique("S"));
        units(lot, model, unique("S"));
        units(ofFailed, model, failed);
        unitsOf("pacific", ofOthers, model, unique("S"));
        chensClaim();

        // When
        batch.detectedOf(model, 1, line(1, first), line(2, failed));
        batch.planned(2, true, model, ofNobody, ofOthers, lot, ofFailed, another);

        // Then
        assertThat(awaitNotice("SISTER_UNITS", MARIA).<List<String>>at("$.lots"))
                .containsExactly(lot, another);
        assertThat(awaitNotice("SISTER_UNITS", CHEN).<List<String>>at("$.lots")).containsExactly(ofOthers);
    }

    @Test
    void saysWhichOfACustomersClaimsWaitForWhatTheCustomerIsToAdd() {
        // Given
        String serial = unique("S");
        Answer submitted = given.submit(GivenClaims.body(given.contract(serial), null, serial));
        assertThat(submitted.<String>at("$.state")).isEqualTo("AWAITING_EVIDENCE");
        String waiting = submitted.at("$.id");

        // When
        batch.detected(1, line(1, first), new CountedLine(waiting, 1, null, 3, GivenBatches.REACHED));

        // Then
        Message notice = awaitNotice("FAILED_UNITS", MARIA);
        ContractCheck.keepsItsContract(notice);
        assertThat(notice.<List<String>>at("$.claims")).containsExactlyInAnyOrder(claim, waiting);
        assertThat(notice.<List<String>>at("$.awaitingClaims")).containsExactly(waiting);
    }

    @Test
    void leavesOutUnitsThatFailedAndTellsNobodyWithoutAnOrder() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        String failed = unique("S");
        String sister = unique("S");
        units(lot, model, failed, sister);
        GivenBatches silent = GivenBatches.unique();
        batch.detectedOf(model, 1, line(1, first), line(2, failed));
        awaitNotice("FAILED_UNITS", MARIA);

        // When
        silent.planned(2, false, model, lot);
        batch.planned(2, true, model, lot);

        // Then
        assertThat(awaitNotice("SISTER_UNITS", MARIA).<List<String>>at("$.serials"))
                .containsExactly(sister);
        assertThat(Topics.read("batch-notices"))
                .noneMatch(one -> one.<String>at("$.batchIssueId").equals(silent.id()));
    }

    /** Nobody knows which of the company's units they were. */
    @Test
    void tellsOwnersHowManyUnitsTheirCompanyClaimedWithoutSerial() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        units(lot, model, unique("S"), unique("S"));
        CountedLine ofOthers = new CountedLine(chensClaim(), 1, null, 7, GivenBatches.REACHED);

        // When
        batch.detectedOf(model, 1, new CountedLine(claim, 1, null, 3, GivenBatches.REACHED), line(2, second), ofOthers);
        batch.planned(2, true, model, lot);

        // Then
        Message notice = awaitNotice("SISTER_UNITS", MARIA);
        assertThat(notice.<Integer>at("$.units")).isEqualTo(2);
        assertThat(notice.<Integer>at("$.claimedWithoutSerial")).isEqualTo(3);
        assertThat(notice.<List<String>>at("$.claims")).containsExactly(claim);
    }

    @Test
    void leavesOutUnitsThatFailedAlikeOutsideOfTheIssue() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        String claimed = unique("S");
        String ofAnotherIssue = unique("S");
        String withAnotherFault = unique("S");
        String ofAnIssueOverAllFaults = unique("S");
        String sister = unique("S");
        String contract = units(lot, model, claimed, ofAnotherIssue, withAnotherFault, ofAnIssueOverAllFaults, sister);
        claim(contract, model, "E-42", claimed);
        batch.detectedOf(model, 1, line(1, first));
        GivenBatches.unique()
                .detectedOf(model, 1, counted(claim(contract, model, "E-43", ofAnotherIssue), ofAnotherIssue));
        GivenBatches.unique()
                .detectedOf(
                        model,
                        "DISPLAY",
                        1,
                        counted(claim(contract, model, "E-104", withAnotherFault), withAnotherFault));
        GivenBatches.unique()
                .detectedOf(
                        model,
                        null,
                        1,
                        counted(claim(contract, model, "E-104", ofAnIssueOverAllFaults), ofAnIssueOverAllFaults));
        handledSoFar();

        // When
        batch.planned(2, true, model, lot);

        // Then
        assertThat(awaitNotice("SISTER_UNITS", MARIA).<List<String>>at("$.serials"))
                .containsExactlyInAnyOrder(withAnotherFault, sister);
    }

    /** Serials that were mistyped or made up are units that somebody has, and is to watch. */
    @Test
    void tellsOwnersAlsoOfUnitsThatCountedInWhatAPersonFoundToBeNone() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        String mistyped = unique("S");
        String withAnotherCode = unique("S");
        String lookedAt = unique("S");
        String ofAStandingIssueToo = unique("S");
        String contract = units(lot, model, mistyped, withAnotherCode, lookedAt, ofAStandingIssueToo);
        String diagnosed = claim(contract, model, "E-42", lookedAt);
        GivenEvents.of(diagnosed).workmanship(1, 1);
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", diagnosed);
        CountedLine standing = counted(claim(contract, model, "E-42", ofAStandingIssueToo), ofAStandingIssueToo);
        GivenBatches none = GivenBatches.unique();
        none.detectedOf(
                model,
                1,
                counted(claim(contract, model, "E-42", mistyped), mistyped),
                counted(claim(contract, model, "E-43", withAnotherCode), withAnotherCode),
                counted(diagnosed, lookedAt),
                standing);
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        GivenBatches.unique().detectedOf(model, 1, standing);
        batch.detectedOf(model, 1, line(1, first));
        handledSoFar();

        // When
        batch.planned(2, true, model, lot);

        // Then
        assertThat(awaitNotice("SISTER_UNITS", MARIA).<List<String>>at("$.serials"))
                .containsExactlyInAnyOrder(mistyped, withAnotherCode);
    }

    /** The closing is heard after the plan's order was carried out. */
    @Test
    void tellsOwnersOfUnitsThatCountedInWhatIsFoundToBeNoneLater() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        String mistyped = unique("S");
        String ofChens = unique("L");
        String marias = units(lot, model, unique("S"));
        unitsOf("pacific", ofChens, model, mistyped);
        chensClaim();
        GivenBatches none = GivenBatches.unique();
        none.detectedOf(model, 1, counted(claim(marias, model, "E-42", mistyped), mistyped));
        batch.detectedOf(model, 1, line(1, first));
        handledSoFar();
        batch.planned(2, true, model, lot, ofChens);
        awaitNotice("SISTER_UNITS", MARIA);

        // When
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);

        // Then
        assertThat(awaitNotice("SISTER_UNITS", CHEN).<List<String>>at("$.serials"))
                .containsExactly(mistyped);
        assertThat(notices())
                .filteredOn(one -> one.<String>at("$.kind").equals("SISTER_UNITS"))
                .extracting(one -> one.<String>at("$.customer.id"))
                .doesNotHaveDuplicates();
    }

    /** The closing may be heard first. A notice of an issue that was detected later shows that the walk has passed it. */
    @Test
    void tellsNobodyMoreOfWhatAPersonFoundToBeNoBatchIssue() {
        // Given
        GivenBatches heardFirst = GivenBatches.unique();

        // When
        heardFirst.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        heardFirst.detected(1, line(1, first));
        heardFirst.planned(3, true, "WP-400", "2603");
        GivenBatches dismissed = GivenBatches.unique();
        dismissed.detected(1, line(1, first));
        dismissed.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        dismissed.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        batch.detected(1, line(1, first));
        batch.resolved(2, ResolutionKind.REMEDIED);

        // Then
        awaitNotice("FAILED_UNITS", MARIA);
        assertThat(Topics.read("batch-notices"))
                .extracting(one -> one.<String>at("$.batchIssueId"))
                .doesNotContain(heardFirst.id(), dismissed.id());
        assertThat(given.claim(claim).<List<String>>at("$.batchIssues[*].id"))
                .as("the claim shows what it was")
                .contains(dismissed.id());
    }

    @Test
    void tellsThoseWhoWereToldOfAnIssueThatItIsNone() {
        // Given
        String lot = unique("L");
        String model = unique("M");
        units(lot, model, unique("S"));
        batch.detectedOf(model, 1, line(1, first));
        batch.planned(2, true, model, lot);
        Message failed = awaitNotice("FAILED_UNITS", MARIA);
        Message sisters = awaitNotice("SISTER_UNITS", MARIA);

        // When
        batch.resolved(3, ResolutionKind.NO_BATCH_ISSUE);
        batch.resolved(3, ResolutionKind.NO_BATCH_ISSUE);
        batch.resolved(4, ResolutionKind.NO_BATCH_ISSUE);

        // Then
        Message withdrawn = Topics.awaitEvent("batch-notices", WITHDRAWN, failed.key());
        ContractCheck.keepsItsContract(withdrawn);
        assertThat(withdrawn.header("ce_sequence")).isEqualTo("2");
        assertThat(withdrawn.<String>at("$.requestId")).isEqualTo(failed.header("ce_id"));
        assertThat(withdrawn.<String>at("$.customer.id")).isEqualTo(MARIA);
        assertThat(withdrawn.<String>at("$.withdrawnAt")).isEqualTo(GivenBatches.REACHED.toString());
        assertThat(withdrawn.<String>at("$.alsoRequestId")).isEqualTo(sisters.header("ce_id"));
        assertThat(withdrawn.text()).as("of nothing else was she told").doesNotContain("standing");
        assertThat(Topics.awaitEvent("batch-notices", WITHDRAWN, sisters.key()).<String>at("$.alsoRequestId"))
                .isEqualTo(failed.header("ce_id"));
        linkedAfterTheClosing(5, ResolutionKind.NO_BATCH_ISSUE);
        linkedAfterTheClosing(6, ResolutionKind.NO_BATCH_ISSUE);
        assertThat(notices())
                .filteredOn(one -> one.type().equals(WITHDRAWN) && one.key().equals(failed.key()))
                .as("though its claims were gone over again")
                .hasSize(1);
    }

    /** As by an instance that looked for customers when it was closed, and stopped before it could say so. */
    @Test
    void takesBackAlsoWhatWasToldBehindTheWithdrawal() {
        // Given
        GivenBatches told = detectedOfMaria(unique("M"), "PSU-NO-OUTPUT");
        batch.detected(1, line(1, first));
        batch.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        batch.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        await().atMost(Topics.PATIENCE)
                .until(() -> database.getCollection("batch-issues")
                                .find(and(
                                        eq("_id", batch.id()),
                                        ne("state.closing", null),
                                        eq("state.closing.from", null)))
                                .first()
                        != null);
        MongoCollection<Document> stored = database.getCollection("batch-notices");
        Document late =
                Objects.requireNonNull(stored.find(eq("batchIssue", told.id())).first());

        // When
        late.put("_id", unique("bno"));
        late.put("batchIssue", batch.id());
        late.get("state", Document.class).put("batchIssue", batch.id());
        stored.insertOne(late);

        // Then
        Topics.awaitEvent("batch-notices", WITHDRAWN, late.getString("_id"));
    }

    /** Such a notice is not found by its issue until it says so. */
    @Test
    void tellsAlsoThoseOfWhomItWasTakenDownBeforeNoticesWereFoundByTheirIssue() {
        // Given
        batch.detected(1, line(1, first));
        Message told = awaitNotice("FAILED_UNITS", MARIA);
        MongoCollection<Document> stored = database.getCollection("batch-notices");
        assertThat(stored.updateOne(eq("_id", told.key()), combine(unset("batchIssue"), unset("state.withdrawnAt")))
                        .getMatchedCount())
                .isEqualTo(1);

        // When
        batch.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        batch.resolved(2, ResolutionKind.NO_BATCH_ISSUE);

        // Then
        Topics.awaitEvent("batch-notices", WITHDRAWN, told.key());
    }

    /** Alike units only, of the same customer, and not of what was found to be none before. */
    @Test
    void saysWithWhatItTakesBackWhatStillStandsOfTheSameModelAndFault() {
        // Given
        String model = unique("M");
        GivenBatches none = detectedOfMaria(model, "PSU-NO-OUTPUT");
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        Topics.awaitOne("batch-notices", one -> one.type().equals(WITHDRAWN) && isOf(none, one));
        GivenBatches remedied = detectedOfMaria(model, "PSU-NO-OUTPUT");
        remedied.resolved(2, ResolutionKind.REMEDIED);
        GivenBatches open = detectedOfMaria(model, "PSU-NO-OUTPUT");
        detectedOfMaria(model, "DISPLAY");
        detectedOfMaria(unique("M"), "PSU-NO-OUTPUT");
        GivenBatches ofChen = GivenBatches.unique();
        ofChen.detectedOf(model, 1, new CountedLine(chensClaim(), 1, "S-chen", 1, GivenBatches.REACHED));
        Topics.awaitOne("batch-notices", one -> isOf(ofChen, one));
        batch.detectedOf(model, 1, line(1, first));
        Message told = awaitNotice("FAILED_UNITS", MARIA);

        // When
        batch.resolved(2, ResolutionKind.NO_BATCH_ISSUE);

        // Then
        Message withdrawn = Topics.awaitEvent("batch-notices", WITHDRAWN, told.key());
        ContractCheck.keepsItsContract(withdrawn);
        assertThat(withdrawn.<List<String>>at("$.standing")).containsExactlyInAnyOrder(remedied.id(), open.id());
        assertThat(withdrawn.text()).as("no sister units of it").doesNotContain("alsoRequestId");
    }

    /** Where one rule counts a customer's units of a fault, and another all units of a lot, the same units open two issues. */
    @ParameterizedTest
    @CsvSource({"PSU-NO-OUTPUT,", ",PSU-NO-OUTPUT"})
    void saysThatAnIssueStandsOfWhichOneOfTheTwoNamesNoFault(
            @Nullable String familyOfNone, @Nullable String familyOfStanding) {
        // Given
        String model = unique("M");
        GivenBatches none = detectedOfMaria(model, familyOfNone);
        GivenBatches standing = detectedOfMaria(model, familyOfStanding);

        // When
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);
        none.resolved(2, ResolutionKind.NO_BATCH_ISSUE);

        // Then
        Message withdrawn = Topics.awaitOne("batch-notices", one -> one.type().equals(WITHDRAWN) && isOf(none, one));
        assertThat(withdrawn.<List<String>>at("$.standing")).containsExactly(standing.id());
    }

    private GivenBatches detectedOfMaria(String model, @Nullable String faultFamily) {
        GivenBatches other = GivenBatches.unique();
        other.detectedOf(model, faultFamily, 1, line(1, first));
        Topics.awaitOne("batch-notices", one -> isOf(other, one));
        return other;
    }

    private static boolean isOf(GivenBatches issue, Message notice) {
        return notice.<String>at("$.batchIssueId").equals(issue.id());
    }

    @ParameterizedTest
    @EnumSource(ResolutionKind.class)
    void showsAtTheClaimThatTheIssueIsOverAndAsWhat(ResolutionKind kind) {
        // Given
        batch.detected(1, line(1, first));

        // When
        batch.resolved(2, kind);
        batch.resolved(2, kind);

        // Then
        awaitClosed(kind, claim);
        assertThat(entries("BATCH_ISSUE_CLOSED")).containsExactly(batch.id() + " " + kind);
        assertThat(listed()).as("it is found as one of that issue").containsExactly(claim);
    }

    @Test
    void showsThatTheIssueIsOverAlsoAtClaimsThatAreLinkedAfterTheClosing() {
        // When
        batch.resolved(3, ResolutionKind.REMEDIED);
        batch.detected(1, line(1, first));

        // Then
        awaitClosed(ResolutionKind.REMEDIED, claim);
        linkedAfterTheClosing(2, ResolutionKind.REMEDIED);
        assertThat(entries("BATCH_ISSUE_CLOSED")).hasSize(1);
    }

    /** Another claim comes to the issue, and is told: all that was to be done for those before has been done by then. */
    private void linkedAfterTheClosing(long sequence, ResolutionKind kind) {
        String serial = unique("S");
        String other = given.admitted(serial);
        batch.grew(sequence, List.of(counted(other, serial)), List.of());
        awaitClosed(kind, other);
    }

    private void awaitClosed(ResolutionKind kind, String of) {
        String issue = "$..batchIssues[?(@.id=='" + batch.id() + "')]";
        await().atMost(Topics.PATIENCE).untilAsserted(() -> {
            Answer shown = given.claim(of);
            assertThat(shown.<List<String>>at(issue + ".closedAs")).containsExactly(kind.name());
            assertThat(shown.<List<String>>at(issue + ".closedAt")).containsExactly(GivenBatches.REACHED.toString());
            assertThat(shown.<List<List<Integer>>>at(issue + ".lines")).containsExactly(List.of(1));
        });
    }

    private Message awaitNotice(String kind, String customer) {
        return Topics.awaitOne(
                "batch-notices",
                one -> one.<String>at("$.batchIssueId").equals(batch.id())
                        && !one.type().equals(WITHDRAWN)
                        && one.<String>at("$.kind").equals(kind)
                        && one.<String>at("$.customer.id").equals(customer));
    }

    private List<Message> notices() {
        return Topics.read("batch-notices").stream()
                .filter(one -> one.<String>at("$.batchIssueId").equals(batch.id()))
                .toList();
    }

    private String chensClaim() {
        String serial = unique("S");
        String contract =
                given.contract("pacific", LocalDate.now(ZoneOffset.UTC).minusMonths(1), serial);
        return given.submit(People.CHEN, unique("key"), GivenClaims.body(contract, null, serial))
                .at("$.id");
    }

    private String claim(String contract, String model, String faultCode, String serial) {
        String body = GivenClaims.body(contract, given.photo(People.MARIA), serial)
                .replace("X1", model)
                .replace("E-42", faultCode);
        return given.submit(body).at("$.id");
    }

    private static CountedLine counted(String claim, String serial) {
        return new CountedLine(claim, 1, serial, 1, GivenBatches.REACHED);
    }

    /**
     * Units of nordwind's, and that they are found in the installed base.
     *
     * @return their contract
     */
    private String units(String lot, String model, String... serials) {
        return unitsOf("nordwind", lot, model, serials);
    }

    private String unitsOf(String organisation, String lot, String model, String... serials) {
        String units = Arrays.stream(serials)
                .map(serial ->
                        "{\"serial\":\"%s\",\"model\":\"%s\",\"itemClass\":\"MAIN_UNIT\",\"productionLot\":\"%s\"}"
                                .formatted(serial, model, lot))
                .collect(Collectors.joining(","));
        String contract = unique("C");
        Answer entered =
                Api.at(port).as(People.VIKTOR).put("/api/v1/contracts/" + contract, """
                {"organisation":"%s","shipments":[{"billOfLading":"BL-1","date":"2026-01-10","units":[%s]}]}""".formatted(organisation, units));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        await().atMost(Topics.PATIENCE)
                .until(() -> Api.at(port)
                                .as(People.VIKTOR)
                                .get("/api/v1/units?model=" + model + "&lot=" + lot)
                                .<List<String>>at("$.items[*].serial")
                                .size()
                        == serials.length);
        return contract;
    }

    private CountedLine line(int number, String serial) {
        return new CountedLine(claim, number, serial, 1, GivenBatches.REACHED);
    }

    private List<String> listed() {
        return Api.at(port)
                .as(People.ANNA)
                .get("/api/v1/claims?batchIssue=" + batch.id())
                .at("$.items[*].id");
    }

    private List<String> entries(String what) {
        return given.timeline(claim).at("$.entries[?(@.what=='" + what + "')].note");
    }

    private static void handledSoFar() {
        Lag.awaitNone(Topic.BATCH_ISSUES);
    }
}
