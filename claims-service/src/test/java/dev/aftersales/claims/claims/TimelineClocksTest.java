package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.claims.TimelineEntry.What;
import dev.aftersales.claims.deadlines.ClaimEvents;
import dev.aftersales.claims.policies.PackReader;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of claims that were kept before there were clocks. */
class TimelineClocksTest {

    private static final LineState.NotCovered NOT_COVERED = new LineState.NotCovered("/quote");

    private final List<TimelineEntry> timeline = new ArrayList<>();

    @Test
    void tellsWhatHappenedToEachLineAndWhen() {
        // Given
        told(10, What.SUBMITTED, null);
        told(10, What.EVIDENCE_REQUESTED, "PHOTO", 1, 2);
        told(11, What.ACKNOWLEDGED, null);
        told(12, What.EVIDENCE_RECEIVED, null);
        told(12, What.ADMITTED_TO_DIAGNOSIS, null, 1, 2);
        told(14, What.DIAGNOSIS_COMPLETED, null, 1);
        told(14, What.COVERED, "PARTS", 1);
        told(14, What.SERVICE_AUTHORISED, "PARTS", 1);
        told(16, What.PARTS_DISPATCHED, "T1", 1);
        Claim claim = claim(new LineState.Dispatched("shp-1", "carrier", "T1", at(15)), new LineState.InDiagnosis());
        ClaimLine concluded = claim.lines().getFirst().concluded(concludedAt(13));

        // When
        ClaimClocks clocks = TimelineClocks.of(claim.change()
                .acknowledgedAt(at(11))
                .lines(List.of(concluded, claim.lines().getLast()))
                .done());

        // Then
        assertThat(clocks.milestones())
                .containsExactlyInAnyOrder(
                        new Milestone(Milestone.CLAIM_RECEIVED, at(10), List.of(1, 2)),
                        new Milestone(Milestone.FAULT_REPORTED, at(10), List.of(1, 2)),
                        new Milestone(Milestone.ACK_SENT, at(11), List.of(1, 2)),
                        new Milestone(Milestone.DIAGNOSIS_CONCLUDED, at(13), List.of(1)),
                        new Milestone(Milestone.DECISION_COVERED, at(14), List.of(1)),
                        new Milestone(Milestone.CARRIER_ACCEPTED, at(15), List.of(1)));
        assertThat(clocks.waits()).containsExactly(waited(PromisedTime.Wait.EVIDENCE, 10, 12, 1, 2));
        assertThat(clocks.fired()).isEmpty();
    }

    @Test
    void tellsHowLongTheCustomerWasWaitedForBeforeTheServiceBegan() {
        // Given
        told(10, What.SUBMITTED, null);
        told(10, What.ADMITTED_TO_DIAGNOSIS, null, 1);
        told(11, What.NOT_COVERED, null, 1);
        told(12, What.QUOTE_ISSUED, "quote 1", 1);
        told(13, What.QUOTE_ACCEPTED, "quote 1, PHONE", 1);
        told(14, What.PAYMENT_RECEIVED, "pay-1", 1);
        told(14, What.WAITING_FOR_SERVICE, "DEPOT_REPAIR", 1);

        // When
        ClaimClocks clocks = TimelineClocks.of(claim(new LineState.Authorised(Route.DEPOT_REPAIR)));

        // Then
        assertThat(clocks.milestones())
                .contains(
                        new Milestone(Milestone.ANSWERED_UNDIAGNOSED, at(11), List.of(1)),
                        new Milestone(Milestone.PAYMENT_NOTICE, at(13), List.of(1)),
                        new Milestone(Milestone.PAID, at(14), List.of(1)),
                        new Milestone(Milestone.APPLICATION_ACCEPTED, at(14), List.of(1)));
        assertThat(clocks.waits())
                .containsExactly(
                        waited(PromisedTime.Wait.QUOTE, 12, 13, 1), waited(PromisedTime.Wait.PAYMENT, 13, 14, 1));
    }

    @Test
    void tellsTheDiagnosisFromAnAnswerBeforeIt() {
        // Given
        told(10, What.SUBMITTED, null);
        told(10, What.NOT_COVERED, null, 1);
        told(12, What.ADMITTED_TO_DIAGNOSIS, null, 1);
        told(13, What.NOT_COVERED, null, 1);
        Claim claim = claim(new LineState.NotCovered("/quote"));

        // When
        ClaimClocks clocks = TimelineClocks.of(claim.change()
                .lines(List.of(claim.lines().getFirst().concluded(concludedAt(13))))
                .done());

        // Then
        assertThat(clocks.milestones())
                .contains(
                        new Milestone(Milestone.ANSWERED_UNDIAGNOSED, at(10), List.of(1)),
                        new Milestone(Milestone.DIAGNOSIS_REQUESTED, at(12), List.of(1)),
                        new Milestone(Milestone.DIAGNOSIS_CONCLUDED, at(13), List.of(1)));
        assertThat(clocks.isAnsweredUndiagnosed(1)).isFalse();
    }

    @Test
    void nothingWaitsForThePaymentOfAServiceThatBeginsWithTheAcceptance() {
        told(10, What.SUBMITTED, null);
        told(10, What.NOT_COVERED, null, 1);
        told(12, What.QUOTE_ISSUED, "quote 1", 1);
        told(13, What.QUOTE_ACCEPTED, "quote 1", 1);
        told(13, What.WAITING_FOR_SERVICE, "DEPOT_REPAIR", 1);

        ClaimClocks clocks = TimelineClocks.of(claim(new LineState.Authorised(Route.DEPOT_REPAIR)));

        assertThat(clocks.milestones())
                .extracting(Milestone::event)
                .contains(Milestone.APPLICATION_ACCEPTED)
                .doesNotContain(Milestone.PAYMENT_NOTICE, Milestone.PAID);
        assertThat(clocks.waits()).containsExactly(waited(PromisedTime.Wait.QUOTE, 12, 13, 1));
    }

    @Test
    void aQuoteInThePlaceOfAnotherIsWaitedForOn() {
        told(10, What.SUBMITTED, null);
        told(10, What.NOT_COVERED, null, 1);
        told(12, What.QUOTE_ISSUED, "quote 1", 1);
        told(13, What.QUOTE_ISSUED, "quote 2", 1);
        told(13, What.QUOTE_REPLACED, "quote 1", 1);
        told(14, What.NOT_COVERED, null, 1);

        ClaimClocks clocks = TimelineClocks.of(claim(NOT_COVERED.quoted(2)));

        assertThat(clocks.waits()).containsExactly(waited(PromisedTime.Wait.QUOTE, 12, null, 1));
    }

    @Test
    void aQuoteThatExpiredIsWaitedForNoMore() {
        told(10, What.SUBMITTED, null);
        told(10, What.NOT_COVERED, null, 1);
        told(12, What.QUOTE_ISSUED, "quote 1", 1);
        told(13, What.QUOTE_EXPIRED, "quote 1", 1);

        ClaimClocks clocks = TimelineClocks.of(claim(NOT_COVERED));

        assertThat(clocks.waits()).containsExactly(waited(PromisedTime.Wait.QUOTE, 12, 13, 1));
    }

    /** It is told of from then on only, and was part of a line that waited until then. */
    @Test
    void aLineThatWasSplitOffWaitedWithTheOneItWasPartOf() {
        told(10, What.SUBMITTED, null);
        told(10, What.EVIDENCE_REQUESTED, "SERIAL", 1);
        told(12, What.EVIDENCE_RECEIVED, null, 1);
        told(12, What.ADMITTED_TO_DIAGNOSIS, null, 1, 2);

        ClaimClocks clocks = TimelineClocks.of(claim(new LineState.InDiagnosis(), new LineState.InDiagnosis()));

        assertThat(clocks.waits()).containsExactly(waited(PromisedTime.Wait.EVIDENCE, 10, 12, 1, 2));
    }

    /** As the suite's first days wrote one. */
    @Test
    void whatTheTimelineDoesNotTellCountsAsOfItsEnd() {
        told(10, What.SUBMITTED, null);
        told(12, What.DIAGNOSIS_COMPLETED, null, 1);

        ClaimClocks clocks = TimelineClocks.of(claim(new LineState.Authorised(Route.PARTS)));

        assertThat(clocks.milestones())
                .contains(
                        new Milestone(Milestone.CLAIM_RECEIVED, at(10), List.of(1)),
                        new Milestone(Milestone.DECISION_COVERED, at(12), List.of(1)));
        assertThat(clocks.waits()).noneMatch(CustomerWait::lasts);
    }

    private void told(int hour, What what, @Nullable String note, int... lines) {
        timeline.add(new TimelineEntry(
                timeline.size() + 1,
                at(hour),
                what,
                Actor.policy("A-1"),
                IntStream.of(lines).boxed().toList(),
                List.of(),
                null,
                note));
    }

    private Claim claim(LineState... states) {
        return Claim.submitted(
                        "clm-1",
                        "exporter",
                        "nordwind",
                        new CustomerRef("cus-1", 1),
                        "maria",
                        at(10),
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
                        IntStream.rangeClosed(1, states.length)
                                .mapToObj(line -> ClaimLine.claimed(new UnitLine(line, "S-" + line, 1))
                                        .at(states[line - 1]))
                                .toList(),
                        new FirstAnswer("h", 201, "/l", "{}"))
                .change()
                .timeline(timeline)
                .done();
    }

    private static Conclusion concludedAt(int hour) {
        return new Conclusion(
                new Diagnosis(
                        "MATERIAL",
                        true,
                        new Confirmer(Confirmer.Kind.TECHNICIAN, "ida"),
                        at(hour),
                        FaultClass.SIMPLE,
                        Route.PARTS,
                        List.of(),
                        Map.of()),
                List.of());
    }

    private static CustomerWait waited(PromisedTime.Wait by, int from, @Nullable Integer to, int... lines) {
        return new CustomerWait(
                by,
                at(from),
                to == null ? null : at(to),
                IntStream.of(lines).boxed().toList());
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-06-05T%02d:00:00Z".formatted(hour));
    }

    /** Whatever a claim says may start and stop clocks; only what stands for no event has no words. */
    @Test
    void packsMayNameWhateverAClaimSays() throws IllegalAccessException {
        List<String> said = new ArrayList<>();
        for (Field field : Milestone.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                said.add((String) field.get(null));
            }
        }
        List<String> noEvents = List.of(Milestone.ANSWERED_UNDIAGNOSED, Milestone.OPENED_AGAIN);
        said.removeAll(noEvents);

        assertThat(said).hasSizeGreaterThan(10).allMatch(ClaimEvents::isSaid);
        assertThat(new PackReader().events()).containsAll(said).doesNotContainAnyElementsOf(noEvents);
    }
}
