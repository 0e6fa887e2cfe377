package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineStateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** In the order of the way. */
    private static final List<LineState.InService> WAY = List.of(
            new LineState.Authorised(Route.PARTS),
            new LineState.Backordered("s"),
            new LineState.Reserved("s"),
            new LineState.Released("s"),
            new LineState.Dispatched("s", "c", "t", NOW),
            new LineState.Delivered("s", NOW));

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("steps")
    void goesForwardOnlyAndMayMissSteps(LineState.InService from, LineState.InService to, boolean forward) {
        // When
        Transition transition = from.advancedTo(to);

        // Then
        if (forward) {
            assertThat(transition).isEqualTo(new Transition.Moved(to));
        } else {
            assertThat(transition).isInstanceOf(Transition.Refused.class);
        }
    }

    static Stream<Arguments> steps() {
        return WAY.stream()
                .flatMap(from -> WAY.stream().map(to -> Arguments.of(from, to, WAY.indexOf(to) > WAY.indexOf(from))));
    }

    @ParameterizedTest
    @EnumSource(value = Route.class, names = "PARTS", mode = EnumSource.Mode.EXCLUDE)
    void isNotServedByPartsOnAnotherRoute(Route route) {
        assertThat(new LineState.Authorised(route).advancedTo(new LineState.Reserved("s")))
                .isInstanceOf(Transition.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void isJudgedUntilItIsDecided(LineState.Undecided undecided) {
        for (LineState judged : List.of(
                new LineState.AwaitingEvidence(),
                new LineState.InDiagnosis(),
                new LineState.InReview(true),
                new LineState.NotCovered("/q"),
                new LineState.PartlyCovered("/q"),
                new LineState.Redirected(),
                new LineState.Authorised(Route.PARTS))) {
            assertThat(undecided.judged(judged)).isEqualTo(new Transition.Moved(judged));
        }
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void isNotServedByAJudgement(LineState.Undecided undecided) {
        assertThat(undecided.judged(new LineState.Released("s"))).isInstanceOf(Transition.Refused.class);
    }

    static Stream<LineState.Undecided> undecided() {
        return Stream.of(
                new LineState.AwaitingEvidence(),
                new LineState.InDiagnosis(),
                new LineState.InReview(false),
                new LineState.Disputed(1, new LineState.Redirected()));
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void isNotDisputedByAJudgement(LineState.Undecided undecided) {
        assertThat(undecided.judged(new LineState.Disputed(1, new LineState.Redirected())))
                .isInstanceOf(Transition.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void standsWhereItWasAfterADisputeThatWasRejected(LineState.Answered answered) {
        assertThat(answered.disputed(1).rejected()).isEqualTo(answered);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void waitsForAPersonWhileItIsDisputed(LineState.Answered answered) {
        assertThat(answered.disputed(1).stage()).isEqualTo(Stage.IN_REVIEW);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void mayBeGrantedOrLookedInto(LineState.Answered answered) {
        assertThat(answered.granted(Route.ON_SITE)).isEqualTo(new LineState.Authorised(Route.ON_SITE));
        assertThat(answered.lookedInto()).isEqualTo(new LineState.InDiagnosis());
    }

    @ParameterizedTest
    @MethodSource("answered")
    void isJudgedAgainButNeitherServedNorDisputedByThat(LineState.Answered answered) {
        assertThat(answered.judgedAgain(new LineState.InDiagnosis()))
                .isEqualTo(new Transition.Moved(new LineState.InDiagnosis()));
        assertThat(answered.judgedAgain(new LineState.Released("s"))).isInstanceOf(Transition.Refused.class);
        assertThat(answered.judgedAgain(answered.disputed(1))).isInstanceOf(Transition.Refused.class);
    }

    static Stream<LineState.Answered> answered() {
        return Stream.of(new LineState.NotCovered("/q"), new LineState.PartlyCovered("/q"), new LineState.Redirected());
    }

    @Test
    void standsAtStagesInTheOrderOfTheWay() {
        assertThat(WAY.stream().map(LineState::stage)).isSorted();
    }
}
