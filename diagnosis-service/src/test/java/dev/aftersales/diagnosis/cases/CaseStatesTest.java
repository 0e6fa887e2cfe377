package dev.aftersales.diagnosis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import dev.aftersales.diagnosis.cases.HistoryEntry.What;
import dev.aftersales.diagnosis.catalogue.PersonNeeded;
import dev.aftersales.diagnosis.catalogue.PersonNeeded.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CaseStatesTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void concludesWhenEveryOpenLineIsConcludedOnce() {
        Outcome outcome = taken(1, 2).conclude(said(parts(2), parts(1)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> {
            assertThat(accepted.now()).isInstanceOf(Concluded.class);
            assertThat(accepted.now().file().lastConclusion().orElseThrow().lines())
                    .extracting(LineConclusion::line)
                    .containsExactly(1, 2);
        });
    }

    @Test
    void refusesLinesThatAreNotOpen() {
        assertThat(taken(1, 2).conclude(said(parts(1), parts(2), parts(7))))
                .isEqualTo(new Outcome.UnknownLines(List.of(7)));
    }

    @Test
    void refusesALineConcludedTwice() {
        assertThat(taken(1, 2).conclude(said(parts(1), parts(2), parts(2))))
                .isEqualTo(new Outcome.RepeatedLines(List.of(2)));
    }

    @Test
    void refusesALineLeftOut() {
        assertThat(taken(1, 2, 3).conclude(said(parts(2)))).isEqualTo(new Outcome.MissingLines(List.of(1, 3)));
    }

    @Test
    void refusesDispositionPartsWithoutParts() {
        LineConclusion bare =
                new LineConclusion(1, "WORKMANSHIP", true, FaultClass.SIMPLE, Route.PARTS, List.of(), List.of(), null);

        assertThat(taken(1).conclude(said(bare))).isEqualTo(new Outcome.PartsNeeded(List.of(1)));
    }

    @Test
    void givesBackToTheOldPlaceInTheQueue() {
        Queued back = taken(1).giveBack(FRIDAY);

        assertThat(back.file().requestedAt()).isEqualTo(MONDAY);
        assertThat(back.reasons()).extracting(PersonNeeded::reason).containsExactly(Reason.CODE_UNKNOWN);
    }

    @Test
    void recordsWhoDidWhatWhen() {
        Outcome outcome = taken(1).giveBack(TUESDAY).take("tina", FRIDAY).conclude(said(parts(1)));

        assertThat(((Outcome.Accepted) outcome).now().file().history())
                .extracting(HistoryEntry::by, HistoryEntry::what)
                .containsExactly(
                        tuple(HistoryEntry.SUITE, What.REQUESTED),
                        tuple("tomas", What.TAKEN),
                        tuple("tomas", What.GIVEN_BACK),
                        tuple("tina", What.TAKEN),
                        tuple("tina", What.CONCLUDED));
    }

    @Test
    void leavesConcludedLinesAsTheyWereConcluded() {
        Outcome.Accepted concluded = (Outcome.Accepted) taken(1).conclude(said(parts(1)));

        CaseFile extended = concluded.now().file().extended(request(1, 2), FRIDAY);

        assertThat(extended.openLines()).extracting(UnitLine::line).containsExactly(2);
        assertThat(extended.lines().getFirst().serial()).isEqualTo("S1");
        assertThat(extended.requestedAt()).isEqualTo(FRIDAY);
    }

    @Test
    void keepsItsPlaceInTheQueueWhenLinesAreAdded() {
        CaseFile extended = CaseFile.opened(request(1), MONDAY).extended(request(2), FRIDAY);

        assertThat(extended.openLines()).extracting(UnitLine::line).containsExactly(1, 2);
        assertThat(extended.requestedAt()).isEqualTo(MONDAY);
        assertThat(extended.history()).extracting(HistoryEntry::what).containsExactly(What.REQUESTED, What.LINES_ADDED);
    }

    @Test
    void isNotConcludedWithAnOpenLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Concluded(CaseFile.opened(request(1), MONDAY)));
    }

    @Test
    void tellsManyLinesInSeveralEvents() {
        LineConclusion[] lines =
                IntStream.rangeClosed(1, 100).mapToObj(CaseStatesTest::parts).toArray(LineConclusion[]::new);

        List<DiagnosisCompleted> told = said(lines).told(CaseFile.opened(request(1), MONDAY), code -> code);

        assertThat(told).extracting(event -> event.lines().size()).containsExactly(40, 40, 20);
    }

    @Test
    void tellsTheLongestConclusionInEventsThatFit() {
        List<PartQuantity> parts = IntStream.range(0, 20)
                .mapToObj(i -> new PartQuantity("\"".repeat(64), 100_000))
                .toList();
        List<Finding> findings = IntStream.range(0, 20)
                .mapToObj(i -> new Finding("F".repeat(40), null))
                .toList();
        LineConclusion[] lines = IntStream.rangeClosed(961, 1000)
                .mapToObj(line -> new LineConclusion(
                        line, "C".repeat(40), false, FaultClass.COMPLEX, Route.REMOTE_SUPPORT, parts, findings, null))
                .toArray(LineConclusion[]::new);

        List<DiagnosisCompleted> told = said(lines).told(CaseFile.opened(request(1), MONDAY), code -> code);

        assertThat(told).singleElement().satisfies(event -> assertThat(
                        JsonMapper.shared().writeValueAsBytes(event))
                .hasSizeLessThan(Topic.MAX_EVENT_BYTES));
    }

    @Test
    void tellsCodesOfFindingsAndNoNotes() {
        LineConclusion noted = new LineConclusion(
                1,
                "WATER_INGRESS",
                true,
                FaultClass.COMPLEX,
                Route.DEPOT_REPAIR,
                List.of(),
                List.of(new Finding("BOARD-CORROSION", "Mr Example says it rained")),
                null);

        DiagnosisCompleted told = said(noted)
                .told(CaseFile.opened(request(1), MONDAY), code -> code)
                .getFirst();

        assertThat(told.lines().getFirst().findings()).containsExactly("BOARD-CORROSION");
        assertThat(told.toString() + noted).doesNotContain("rained");
    }

    private static Taken taken(int... lines) {
        return new Queued(
                        CaseFile.opened(request(lines), MONDAY),
                        List.of(new PersonNeeded(Reason.CODE_UNKNOWN, List.of(1))))
                .take("tomas", TUESDAY);
    }

    private static Conclusion said(LineConclusion... lines) {
        return Conclusion.ofTechnician("tomas", TUESDAY, List.of(lines));
    }

    private static LineConclusion parts(int line) {
        return new LineConclusion(
                line,
                "WORKMANSHIP",
                true,
                FaultClass.SIMPLE,
                Route.PARTS,
                List.of(new PartQuantity("PSU", 1)),
                List.of(new Finding("COLD-JOINT", null)),
                null);
    }

    private static DiagnosisRequested request(int... lines) {
        return new DiagnosisRequested(
                "clm-1",
                "exporter",
                "exporter-2026-01",
                new CustomerRef("cus-1", 1),
                "NW-2026-0117",
                "WP-400",
                "ODD-NOISE",
                Arrays.stream(lines)
                        .mapToObj(line -> new UnitLine(line, "S" + line, 1))
                        .toList(),
                List.of("evd-1"),
                null);
    }
}
