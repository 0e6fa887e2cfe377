package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.claims.BatchLink.Unit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of the units of a claim that count in a batch issue, whatever comes again or late. */
class BatchLinkTest {

    private static final BatchLink NONE = BatchLink.first("bat-1", Instant.EPOCH);

    @Test
    void staysAsItIsWhenAWordComesAgain() {
        BatchLink once = NONE.hearing(List.of(new Unit(1, "S-1", 1, 3, true)));

        assertThat(once.hearing(List.of(new Unit(1, "S-1", 1, 3, true)))).isEqualTo(once);
    }

    @Test
    void doesNotBringBackWhatWentByAnOlderWord() {
        BatchLink gone = NONE.hearing(List.of(new Unit(1, "S-1", 1, 4, false)));

        assertThat(gone.hearing(List.of(new Unit(1, "S-1", 1, 3, true))).lines())
                .isEmpty();
    }

    @Test
    void takesFromAnOlderWordTheUnitsThatNoOtherNamed() {
        BatchLink grown = NONE.hearing(List.of(new Unit(2, "S-2", 1, 4, true)));

        assertThat(grown.hearing(List.of(new Unit(1, "S-1", 1, 1, true))).lines())
                .containsExactly(1, 2);
    }

    @Test
    void keepsALineOfWhichAnotherSerialCounts() {
        BatchLink corrected = NONE.hearing(List.of(new Unit(1, "S-1", 1, 3, true)))
                .hearing(List.of(new Unit(1, "S-2", 1, 4, true)))
                .hearing(List.of(new Unit(1, "S-1", 1, 5, false)));

        assertThat(corrected.lines()).containsExactly(1);
        assertThat(corrected.counting()).extracting(Unit::serial).containsExactly("S-2");
    }

    @Test
    void countsSoManyUnitsOfALineAsWereSaidLast() {
        BatchLink fewer = NONE.hearing(List.of(new Unit(1, null, 29, 3, true)))
                .hearing(List.of(new Unit(1, null, 28, 4, true), new Unit(1, "S-1", 1, 4, true)));

        assertThat(fewer.counting()).extracting(Unit::quantity).containsExactly(28, 1);
    }
}
