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
    private static final Instant LAST_LOOK = FIRST.plus(AT_MOST);
    private static final BatchLink.Over REMEDIED = new BatchLink.Over(ResolutionKind.REMEDIED, FIRST);
    private static final BatchLink.Over NONE = new BatchLink.Over(ResolutionKind.NO_BATCH_ISSUE, FIRST);
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

        assertThat(growing(none(ISSUE), FIRST).ordered(order).dueAt()).isNull();
        assertThat(lookedOnceMore(growing(ISSUE.ordered(order), FIRST)).dueAt()).isNull();
    }

    /** An instance that looked for them then may have told some behind the withdrawal, and have stopped. */
    @Test
    void looksOnceMoreLaterForWhoWasToldOfWhatIsNoneWhereCustomersWereLookedForWhenItWasClosed() {
        KnownIssue.Order order = new KnownIssue.Order(List.of(), FIRST, List.of());

        for (KnownIssue lookedFor : List.of(growing(ISSUE, FIRST), ISSUE.ordered(order))) {
            KnownIssue closed = none(lookedFor);

            assertThat(closed.dueAt()).isEqualTo(LAST_LOOK);
            assertThat(closed.closed(NONE, LAST_LOOK, LAST_LOOK.plus(AT_MOST)))
                    .as("heard twice")
                    .isEqualTo(closed);
            KnownIssue linked = closed.linkedMore(FIRST.plusSeconds(1));
            assertThat(linked.dueAt()).as("its claim waits no longer").isEqualTo(FIRST.plusSeconds(1));
            assertThat(linked.toldClosing(2, FIRST.plusSeconds(1)).dueAt()).isEqualTo(LAST_LOOK);
            assertThat(lookedOnceMore(lookedFor).dueAt()).isNull();
        }
        assertThat(none(ISSUE).dueAt()).as("nobody was looked for").isNull();
        assertThat(growing(ISSUE, FIRST)
                        .closed(REMEDIED, FIRST, LAST_LOOK)
                        .toldClosing(1, FIRST)
                        .foundFailed(1, LAST_LOOK)
                        .dueAt())
                .as("of a batch nothing is taken back")
                .isNull();
    }

    @Test
    void looksForOwnersOfSistersAgainWhereSomeWereHeldToHaveFailedThatDidNot() {
        Instant later = FIRST.plusSeconds(30);
        KnownIssue walked =
                ISSUE.ordered(new KnownIssue.Order(List.of(), FIRST, List.of())).foundSisters(FIRST, List.of(), FIRST);

        KnownIssue again = walked.looksForSistersAgain(later);

        assertThat(walked.dueAt()).isNull();
        assertThat(again.dueAt()).isEqualTo(later);
        assertThat(again.foundSisters(FIRST, List.of(), later).dueAt())
                .as("by whoever looked meanwhile")
                .isEqualTo(later);
        assertThat(again.foundSisters(later, List.of(), later).dueAt()).isNull();
        assertThat(ISSUE.looksForSistersAgain(later).dueAt())
                .as("no plan orders it")
                .isNull();
        assertThat(walked.closed(REMEDIED, FIRST, LAST_LOOK)
                        .toldClosing(1, FIRST)
                        .looksForSistersAgain(later)
                        .dueAt())
                .as("of what is closed nobody hears more")
                .isNull();
    }

    @Test
    void forgetsWhomItLookedForWhenItHasLookedOnceMore() {
        KnownIssue done = lookedOnceMore(
                growing(ISSUE.ordered(new KnownIssue.Order(List.of("2603"), FIRST, List.of("pacific"))), FIRST));

        assertThat(done.failedFrom()).isNull();
        assertThat(done.failedAtLatest()).isNull();
        assertThat(done.order()).isEqualTo(new KnownIssue.Order(List.of("2603"), null, List.of("pacific")));
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
        KnownIssue closed = ISSUE.closed(REMEDIED, FIRST, LAST_LOOK);
        int asked = closed.closing().asked();

        assertThat(closed.dueAt()).isEqualTo(FIRST);
        assertThat(closed.toldClosing(asked, FIRST).dueAt()).isNull();
        assertThat(closed.linkedMore(FIRST.plusSeconds(1))
                        .toldClosing(asked, FIRST)
                        .dueAt())
                .isEqualTo(FIRST);
        assertThat(ISSUE.linkedMore(FIRST).dueAt())
                .as("nothing is told of an open one")
                .isNull();
    }

    @Test
    void isClosedOnceWhateverIsSaidLater() {
        KnownIssue closed = none(ISSUE);

        assertThat(closed.closed(REMEDIED, FIRST, LAST_LOOK)).isEqualTo(closed);
    }

    /** As by an instance that looked for customers while the closing was heard. */
    @Test
    void takesBackWhatWasToldByWhoeverHadNotHeardThatItIsNone() {
        KnownIssue asked = growing(ISSUE, FIRST);
        Instant again = FIRST.plusSeconds(60);

        assertThat(none(asked).foundFailed(asked.asked(), again).dueAt()).isEqualTo(again);
        assertThat(asked.closed(REMEDIED, FIRST, LAST_LOOK)
                        .toldClosing(1, FIRST)
                        .foundFailed(asked.asked(), again)
                        .dueAt())
                .as("of a batch nothing is taken back")
                .isNull();
    }

    private static KnownIssue lookedOnceMore(KnownIssue issue) {
        return none(issue).toldClosing(1, LAST_LOOK);
    }

    /** Found to be none, and all done that this is for at once. */
    private static KnownIssue none(KnownIssue issue) {
        return issue.closed(NONE, FIRST, LAST_LOOK).toldClosing(1, FIRST);
    }

    private static KnownIssue growing(KnownIssue issue, Instant at) {
        return issue.looksForFailed(at.plus(QUIET), at.plus(AT_MOST));
    }
}
