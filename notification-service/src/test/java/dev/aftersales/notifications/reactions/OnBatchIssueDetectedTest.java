package dev.aftersales.notifications.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.ReachedBy;
import dev.aftersales.notifications.Examples;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnBatchIssueDetectedTest {

    private static final BatchIssueDetected EXAMPLE = Examples.of(BatchIssueDetected.class);
    private static final Instant REACHED = EXAMPLE.reachedAt();

    /** Whoever reads the mail looks for a unit else that there is not. */
    @ParameterizedTest
    @CsvSource({
        "29, 1, false, 'the last unit was claimed then'",
        "29, 0, false, 'lines that follow may have been'",
        "30, 0, true,  'all lines are told, and none was claimed then'"
    })
    void knowsAnAlarmByAThresholdFromOneByAUnit(int before, int then, boolean byThreshold, String why) {
        BatchIssueDetected told = detected(List.of(
                new CountedLine("clm-1", 1, null, before, REACHED.minusSeconds(60)),
                new CountedLine("clm-2", 1, "S-1", then, then == 0 ? REACHED.minusSeconds(30) : REACHED)));

        assertThat(OnBatchIssueDetected.isByThreshold(told)).as(why).isEqualTo(byThreshold);
    }

    @ParameterizedTest
    @CsvSource({"CLAIM, false", "MOVE, false", "POLICY, true"})
    void goesByWhatIsSaidToHaveMadeItABatch(ReachedBy reachedBy, boolean byThreshold) {
        BatchIssueDetected told =
                detected(List.of(new CountedLine("clm-1", 1, null, 30, REACHED.minusSeconds(60))), reachedBy);

        assertThat(OnBatchIssueDetected.isByThreshold(told)).isEqualTo(byThreshold);
    }

    /** What is unknown of the lines is at least so much of all units then. */
    @ParameterizedTest
    @CsvSource({
        "28, S-2, false, 'all lines are told'",
        "27, S-2, true,  'another unit is in lines that follow'",
        "28, S-1, true,  'a serial that was claimed twice is one unit'",
        "30, S-2, false, 'a quantity was claimed twice'"
    })
    void knowsWhetherMoreUnitsAreCountedThanTheLinesHave(int quantity, String serial, boolean more, String why) {
        BatchIssueDetected told = detected(List.of(
                new CountedLine("clm-1", 1, null, quantity, REACHED),
                new CountedLine("clm-2", 1, "S-1", 1, REACHED),
                new CountedLine("clm-3", 1, serial, 1, REACHED)));

        assertThat(OnBatchIssueDetected.isMoreThanItsLines(told)).as(why).isEqualTo(more);
    }

    private static BatchIssueDetected detected(List<CountedLine> lines) {
        return detected(lines, null);
    }

    private static BatchIssueDetected detected(List<CountedLine> lines, @Nullable ReachedBy reachedBy) {
        return new BatchIssueDetected(
                EXAMPLE.batchIssueId(),
                EXAMPLE.vendor(),
                EXAMPLE.groupId(),
                EXAMPLE.episode(),
                EXAMPLE.policyVersion(),
                EXAMPLE.terms(),
                EXAMPLE.group(),
                30,
                0,
                REACHED,
                reachedBy,
                EXAMPLE.planDueAt(),
                EXAMPLE.tell(),
                lines,
                null);
    }
}
