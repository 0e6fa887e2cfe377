package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Quote;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.calendars.CalendarBook;
import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.SendBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** By when the customer is to send the unit is told with the verdict that sets the time for it off (D4.2a). */
class SendingTimeTest {

    private static final Instant SENT = Instant.parse("2026-06-05T02:00:00Z");

    /** Worked example 31: the last second of 8 June in China. */
    private static final SendBy BY_THE_THIRD_DAY =
            new SendBy(Instant.parse("2026-06-08T15:59:59Z"), "D4.2a", "Asia/Shanghai");

    private final Timekeeper timekeeper = new Timekeeper(ShippedPacks.packs(), new CalendarBook() {
        @Override
        public Optional<BusinessCalendar> current(String vendor, String id) {
            return Optional.of(GivenCalendars.china());
        }

        @Override
        public Optional<BusinessCalendar> version(String vendor, CalendarVersion version) {
            return Optional.of(GivenCalendars.china());
        }

        @Override
        public void await(String vendor, String id, int year) {
            throw new AssertionError("no time here runs into " + year);
        }
    });

    @Test
    void isToldOfTheLinesThatAreToBeSentAndOfNoOther() {
        // When
        List<CoverageDecided> told = judged(
                "D",
                covered(1, Route.DEPOT_REPAIR),
                covered(2, Route.ON_SITE),
                new LineOutcome.NotCovered(3, new Quote("D2.2a", null), because(Verdict.NOT_COVERED_OFFER_QUOTE)));

        // Then
        assertThat(told.stream().flatMap(event -> event.lines().stream()))
                .extracting(CoverageDecided.Line::sendBy)
                .containsExactly(BY_THE_THIRD_DAY, null, null);
    }

    @ParameterizedTest
    @CsvSource({"A", "B", "C", "E"})
    void isNotToldWhereThePolicySetsNone(String policy) {
        List<CoverageDecided> told = judged(policy, covered(1, Route.DEPOT_REPAIR));

        assertThat(told.getFirst().lines())
                .extracting(CoverageDecided.Line::sendBy)
                .containsOnlyNulls();
    }

    @Test
    void isToldInEventsThatFit() {
        // When
        List<CoverageDecided> told = judged(
                "D",
                IntStream.rangeClosed(1, Claim.MAX_LINES)
                        .mapToObj(line -> covered(line, Route.DEPOT_REPAIR))
                        .toArray(LineOutcome[]::new));

        // Then
        assertThat(told.stream().flatMap(event -> event.lines().stream()))
                .hasSize(Claim.MAX_LINES)
                .allMatch(line -> BY_THE_THIRD_DAY.equals(line.sendBy()));
        JsonMapper json = JsonMapper.builder().build();
        for (CoverageDecided event : told) {
            String whole = json.writeValueAsString(event);
            assertThat(whole.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Topic.MAX_EVENT_BYTES);
            for (CoverageDecided.Line line : event.lines()) {
                assertThat(json.writeValueAsString(line).length())
                        .as("the estimate by which lines are put into events")
                        .isLessThanOrEqualTo(EventBytes.of(line));
            }
        }
    }

    /** The claim is sent and, in a change of its own, judged; */
    private List<CoverageDecided> judged(String policy, LineOutcome... outcomes) {
        Claim submitted = SubmittedClaim.under(policy, SENT)
                .with(outcomes.length, line -> line.concluded(SubmittedClaim.concluded(SENT, "MATERIAL"))
                        .at(new LineState.InDiagnosis()));
        Claim before = timekeeper.kept(null, Change.of(submitted)).state();
        Amendment amendment = new Amendment(before, SENT);
        new Judging(
                        amendment,
                        code -> new Text(code, code),
                        id -> Optional.empty(),
                        List.of("MATERIAL"),
                        Actor.policy(policy + "-1"))
                .apply(List.of(outcomes));
        return timekeeper.kept(before, amendment.done()).events().stream()
                .flatMap(event -> event instanceof CoverageDecided decided ? Stream.of(decided) : Stream.empty())
                .toList();
    }

    private static LineOutcome covered(int line, Route route) {
        return new LineOutcome.Covered(line, route, because(Verdict.COVERED));
    }

    private static Explanation because(Verdict verdict) {
        return new Explanation("D-1", verdict, List.of());
    }
}
