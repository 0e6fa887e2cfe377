package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.MissingEvidence;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The largest claim there may be, with the longest serials: every event of it must fit, and none of its lines be lost. */
class ThousandLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, Claim.MAX_LINES).boxed().toList();

    @Test
    void fitsWhenNoneIsCovered() {
        // When
        List<Event> events = judged(line -> new LineOutcome.NotCovered(
                line, new Quote("A1.3", null), explanation(Verdict.NOT_COVERED_OFFER_QUOTE)));

        // Then
        assertThat(of(events, CoverageDecided.class)
                        .flatMap(event -> event.lines().stream())
                        .map(CoverageDecided.Line::line))
                .isEqualTo(ALL);
    }

    @Test
    void fitsWhenEveryLineIsRefusedForReasonsOfItsOwn() {
        // When
        List<Event> events = judged(line ->
                new LineOutcome.NotCovered(line, new Quote("A1.3", null), refusal("BL-" + line, "提单".repeat(60))));

        // Then
        List<CoverageDecided> decided = of(events, CoverageDecided.class).toList();
        assertThat(decided.stream().flatMap(event -> event.lines().stream()))
                .extracting(CoverageDecided.Line::line)
                .isEqualTo(ALL);
        assertThat(decided).allSatisfy(event -> assertThat(event.explanations())
                .extracting(CoverageDecided.Explanation::id)
                .doesNotHaveDuplicates()
                .containsAll(event.lines().stream()
                        .map(CoverageDecided.Line::explanationId)
                        .toList()));
    }

    @Test
    void tellsReasonsThatLinesShareOnce() {
        // When
        List<Event> events = judged(
                line -> new LineOutcome.NotCovered(line, new Quote("A1.3", null), refusal("BL-1", "提单".repeat(60))));

        // Then
        assertThat(of(events, CoverageDecided.class))
                .allSatisfy(event -> assertThat(event.explanations()).hasSize(1));
    }

    @Test
    void fitsWhenAllAreCovered() {
        // When
        List<Event> events = judged(line -> new LineOutcome.Covered(line, Route.PARTS, explanation(Verdict.COVERED)));

        // Then
        assertThat(of(events, ServiceAuthorised.class)
                        .flatMap(event -> event.lines().stream())
                        .map(ServiceAuthorised.Line::line))
                .isEqualTo(ALL);
        assertThat(of(events, CoverageDecided.class).flatMap(event -> event.lines().stream()))
                .hasSize(Claim.MAX_LINES);
    }

    @Test
    void fitsWhenAllGoToDiagnosis() {
        // When
        List<Event> events = judged(line -> new LineOutcome.Admitted(line, explanation(null)));

        // Then
        assertThat(of(events, DiagnosisRequested.class)
                        .flatMap(event -> event.lines().stream())
                        .map(UnitLine::line))
                .isEqualTo(ALL);
    }

    @Test
    void fitsWhenEveryLineLacksEverything() {
        // When
        List<Event> events = judged(line -> new LineOutcome.NeedsEvidence(
                line,
                IntStream.range(0, 6)
                        .mapToObj(i -> new MissingEvidence("A1.1", "BILL_OF_LADING_DATE_" + i, false))
                        .toList(),
                explanation(Verdict.NEEDS_EVIDENCE)));

        // Then
        assertThat(of(events, EvidenceRequested.class).flatMap(event -> event.items().stream()))
                .hasSize(6 * Claim.MAX_LINES);
    }

    /** In one mail, therefore. */
    @Test
    void asksInOneEventForWhatEveryLineLacksAndSaysItsWordsOnce() {
        // When
        List<Event> events = judged(
                line -> new LineOutcome.NeedsEvidence(
                        line,
                        List.of(new MissingEvidence("A4.2", "PHOTO_OR_VIDEO", false)),
                        explanation(Verdict.NEEDS_EVIDENCE)),
                new Text("a photo or a video that shows what is wrong with the unit", "能显示产品故障情况的照片或视频"));

        // Then
        assertThat(of(events, EvidenceRequested.class)).singleElement().satisfies(asked -> {
            assertThat(asked.items()).hasSize(Claim.MAX_LINES);
            assertThat(asked.items().stream().filter(item -> item.words() != null))
                    .hasSize(1);
        });
    }

    @Test
    void writesOneEntryForAllLinesThatWereJudgedAlike() {
        // Given
        Amendment amendment = new Amendment(claim(), NOW);

        // When
        new Judging(
                        amendment,
                        code -> new Text(code, code),
                        id -> Optional.empty(),
                        List.of("MATERIAL"),
                        Actor.policy("A-1"))
                .apply(ALL.stream()
                        .<LineOutcome>map(line -> new LineOutcome.Admitted(line, explanation(null)))
                        .toList());

        // Then
        assertThat(amendment.done().state().timeline()).hasSize(1);
    }

    private static List<Event> judged(IntFunction<LineOutcome> outcome) {
        return judged(outcome, new Text("t", "t"));
    }

    private static List<Event> judged(IntFunction<LineOutcome> outcome, Text words) {
        Amendment amendment = new Amendment(claim(), NOW);
        new Judging(amendment, code -> words, id -> Optional.empty(), List.of("MATERIAL"), Actor.policy("A-1"))
                .apply(ALL.stream().map(outcome::apply).toList());
        Change<Claim> change = amendment.done();
        for (Event event : change.events()) {
            assertThat(JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(Topic.MAX_EVENT_BYTES);
        }
        return change.events();
    }

    private static <E extends Event> Stream<E> of(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static Explanation explanation(Verdict verdict) {
        Text text = new Text("t", "t");
        return new Explanation(
                "A-1",
                verdict,
                IntStream.range(0, 12)
                        .mapToObj(i -> new Citation(
                                "A3." + i,
                                Effect.EXCLUDES,
                                text,
                                "f",
                                "v",
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                        .toList());
    }

    private static Explanation refusal(String document, String words) {
        Text text = new Text(words, words);
        return new Explanation(
                "A-1",
                Verdict.NOT_COVERED_OFFER_QUOTE,
                IntStream.range(0, 12)
                        .mapToObj(i -> new Citation(
                                "A3." + i,
                                Effect.EXCLUDES,
                                text,
                                "f",
                                document,
                                List.of(),
                                null,
                                "R-A1",
                                text,
                                text,
                                null,
                                null))
                        .toList());
    }

    private static Claim claim() {
        Conclusion conclusion = new Conclusion(
                new Diagnosis(
                        "WORKMANSHIP",
                        true,
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "tomas"),
                        NOW,
                        FaultClass.SIMPLE,
                        Route.PARTS,
                        List.of(),
                        Map.of()),
                IntStream.range(0, 5)
                        .mapToObj(i -> new PartQuantity("PART-NUMBER-" + i, 2))
                        .toList());
        return Claim.submitted(
                ClaimId.of("exporter", "maria", new IdempotencyKey("k")),
                "exporter",
                "nordwind",
                new CustomerRef("cus-1", 1),
                "maria",
                NOW,
                "A-1",
                "C-1",
                null,
                "X1",
                "E-42",
                "d",
                null,
                Particulars.NONE,
                List.of(),
                List.of(),
                ALL.stream()
                        .map(line -> ClaimLine.claimed(new UnitLine(line, "\"%039d".formatted(line), 1))
                                .concluded(conclusion))
                        .toList(),
                new FirstAnswer("h", 201, "/l", "{}"));
    }
}
