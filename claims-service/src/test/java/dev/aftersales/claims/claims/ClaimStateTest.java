package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimStateTest {

    private static final LineState EVIDENCE = new LineState.AwaitingEvidence();
    private static final LineState DIAGNOSIS = new LineState.InDiagnosis();
    private static final LineState REVIEW = new LineState.InReview(false);
    private static final LineState AUTHORISED = new LineState.Authorised(Route.PARTS);
    private static final LineState RELEASED = new LineState.Released("s");
    private static final LineState DELIVERED = new LineState.Delivered("s", Instant.EPOCH);
    private static final LineState NOT_COVERED = new LineState.NotCovered("/q");
    private static final LineState REDIRECTED = new LineState.Redirected();

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("cases")
    void standsWhereItsSlowestLineStands(ClaimState expected, List<LineState> states) {
        assertThat(ClaimState.of(lines(states), false)).isEqualTo(expected);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(ClaimState.IN_DIAGNOSIS, List.of(DIAGNOSIS)),
                arguments(ClaimState.AWAITING_EVIDENCE, List.of(DIAGNOSIS, EVIDENCE, REVIEW)),
                arguments(ClaimState.IN_REVIEW, List.of(DIAGNOSIS, REVIEW)),
                arguments(ClaimState.IN_DIAGNOSIS, List.of(RELEASED, DIAGNOSIS, AUTHORISED)),
                arguments(ClaimState.AUTHORISED, List.of(RELEASED, AUTHORISED)),
                arguments(ClaimState.RELEASED, List.of(DELIVERED, RELEASED)),
                arguments(ClaimState.RELEASED, List.of(NOT_COVERED, RELEASED)),
                arguments(ClaimState.NOT_COVERED, List.of(NOT_COVERED, DELIVERED)),
                arguments(ClaimState.NOT_COVERED, List.of(NOT_COVERED, REDIRECTED)),
                arguments(ClaimState.REDIRECTED, List.of(REDIRECTED, DELIVERED)),
                arguments(ClaimState.DELIVERED, List.of(DELIVERED, DELIVERED)));
    }

    @Test
    void isClosedOnceItIsClosed() {
        assertThat(ClaimState.of(lines(List.of(DELIVERED)), true)).isEqualTo(ClaimState.CLOSED);
    }

    private static List<ClaimLine> lines(List<LineState> states) {
        List<ClaimLine> lines = new ArrayList<>();
        for (LineState state : states) {
            lines.add(ClaimLine.claimed(new UnitLine(lines.size() + 1, "S-" + lines.size(), 1))
                    .at(state));
        }
        return lines;
    }
}
