package dev.aftersales.claims.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.contracts.events.batches.ResolutionKind;
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

        assertThat(none(growing(ISSUE, FIRST)).dueAt()).isNull();
        assertThat(growing(none(ISSUE), FIRST).ordered(order).dueAt()).isNull();
    }

    @Test
    void looksForOwnersOfSistersOnlyWhenItIsKnownWhatFailedWhicheverIsHeardFirst() {
        KnownIssue.Order order = new KnownIssue.Order(List.of(), FIRST, List.of());
        UnitGroup group = new UnitGroup(null, "WP-400", null, null);
        KnownIssue unheardOf = KnownIssue.unheardOf("bat-1", "exporter");

        assertThat(unheardOf.ordered(order).dueAt()).isNull();
        assertThat(unheardOf.ordered(order).detected(group).dueAt()).isEqualTo(FIRST);
        assertThat(unheardOf.detected(group).ordered(order).dueAt()).isEqualTo(FIRST);
    }

    @Test
    void looksForItsClaimsWhenItIsClosedAndAgainForThoseThatAreLinkedMeanwhile() {
        KnownIssue closed = ISSUE.closed(new BatchLink.Over(ResolutionKind.REMEDIED, FIRST), FIRST);
        int asked = closed.closing().asked();

        assertThat(closed.dueAt()).isEqualTo(FIRST);
        assertThat(closed.toldClosing(asked).dueAt()).isNull();
        assertThat(closed.linkedMore(FIRST.plusSeconds(1)).toldClosing(asked).dueAt())
                .isEqualTo(FIRST);
        assertThat(ISSUE.linkedMore(FIRST).dueAt())
                .as("nothing is told of an open one")
                .isNull();
    }

    @Test
    void isClosedOnceWhateverIsSaidLater() {
        KnownIssue closed = none(ISSUE);

        assertThat(closed.closed(new BatchLink.Over(ResolutionKind.REMEDIED, FIRST), FIRST))
                .isEqualTo(closed);
    }

    /** As by an instance that looked for customers while the closing was heard. */
    @Test
    void takesBackWhatWasToldByWhoeverHadNotHeardThatItIsNone() {
        KnownIssue asked = growing(ISSUE, FIRST);
        Instant again = FIRST.plusSeconds(60);

        assertThat(none(asked).foundFailed(asked.asked(), again).dueAt()).isEqualTo(again);
        assertThat(asked.closed(new BatchLink.Over(ResolutionKind.REMEDIED, FIRST), FIRST)
                        .toldClosing(1)
                        .foundFailed(asked.asked(), again)
                        .dueAt())
                .as("of a batch nothing is taken back")
                .isNull();
    }

    /** Found to be none, and all done that this is for. */
    private static KnownIssue none(KnownIssue issue) {
        return issue.closed(new BatchLink.Over(ResolutionKind.NO_BATCH_ISSUE, FIRST), FIRST)
                .toldClosing(1);
    }

    private static KnownIssue growing(KnownIssue issue, Instant at) {
        return issue.looksForFailed(at.plus(QUIET), at.plus(AT_MOST));
    }
}
