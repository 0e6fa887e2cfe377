package dev.aftersales.benchmarks.decisions;

import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all deciders can say of a line.
 *
 * @param verdict absent for a line that goes on to diagnosis
 * @param grounds every clause that decides; their order says nothing, and one may come twice
 */
record Answer(@Nullable Verdict verdict, List<Ground> grounds) {
    /** Whether both say the same on the same grounds. */
    boolean agreesWith(Answer other) {
        return verdict == other.verdict && Set.copyOf(grounds).equals(Set.copyOf(other.grounds));
    }
}
