package dev.aftersales.claims.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When customers of failed units are looked for: in one digest, of all that is heard together. */
class KnownIssueTest {

    private static final Instant FIRST = Instant.parse("2026-11-16T08:42:10Z");
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final KnownIssue ISSUE =
            KnownIssue.unheardOf("bat-1", "exporter").detected(new UnitGroup(null, "WP-400", null, null));

    @Test
    void waitsUntilNothingMoreIsHeard() {
        KnownIssue issue = growing(growing(ISSUE, FIRST), FIRST.plusSeconds(4));

        assertThat(issue.dueAt()).isEqualTo(FIRST.plusSeconds(9));
    }

    @Test
    void waitsNoLongerThanAtMostHoweverLongItGrows() {
        KnownIssue issue = ISSUE;
        for (int second = 0; second < 600; second += 3) {
            issue = growing(issue, FIRST.plusSeconds(second));
        }

        assertThat(issue.dueAt()).isEqualTo(FIRST.plus(AT_MOST));
    }

    @Test
    void looksAgainForWhomWasHeardOfMeanwhileAndElseForNobody() {
        KnownIssue asked = growing(ISSUE, FIRST);
        Instant again = FIRST.plusSeconds(60);

        assertThat(asked.foundFailed(asked.asked(), again).dueAt()).isNull();
        KnownIssue overtaken = growing(asked, FIRST.plusSeconds(6)).foundFailed(asked.asked(), again);
        assertThat(overtaken.dueAt()).isEqualTo(again);
        assertThat(growing(overtaken, FIRST.plus(AT_MOST)).dueAt())
                .isEqualTo(FIRST.plus(AT_MOST).plus(QUIET));
    }

    @Test
    void looksForNobodyMoreOnceItIsFoundToBeNoBatch() {
        KnownIssue.Order order = new KnownIssue.Order(List.of(), FIRST, List.of());

        assertThat(growing(ISSUE, FIRST).dismissed().dueAt()).isNull();
        assertThat(growing(ISSUE.dismissed(), FIRST)
                        .ordered(new UnitGroup(null, "WP-400", null, null), order)
                        .dueAt())
                .isNull();
    }

    private static KnownIssue growing(KnownIssue issue, Instant at) {
        return issue.looksForFailed(at.plus(QUIET), at.plus(AT_MOST));
    }
}
