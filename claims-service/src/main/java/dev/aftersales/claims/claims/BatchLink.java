package dev.aftersales.claims.claims;

import dev.aftersales.contracts.events.batches.ResolutionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That units of a claim count in a batch issue, by the last word on each: an older one that comes late, or a repeat, changes
 * nothing. A unit that counts no more stays, or an older word would bring it back.
 *
 * @param since when the first of them was heard of
 * @param over that a person closed the issue; absent while it is open
 */
public record BatchLink(
        String batchIssue,
        Instant since,
        List<Unit> units,
        @Nullable Over over) {

    public BatchLink {
        units = List.copyOf(units);
    }

    /**
     * The issue is closed.
     *
     * @param as what; absent where that was not said
     */
    public record Over(@Nullable ResolutionKind as, Instant at) {}

    /** Of an issue that is open, as far as is known. */
    static BatchLink first(String batchIssue, Instant since) {
        return new BatchLink(batchIssue, since, List.of(), null);
    }

    /**
     * Units of a line.
     *
     * @param serial absent where they have none
     * @param quantity 1 with a serial
     * @param sequence of the event of the issue that said so last
     * @param counts whether they count
     */
    public record Unit(int line, @Nullable String serial, int quantity, long sequence, boolean counts) {

        /** Of two words on the same units the one that holds. */
        Unit or(Unit other) {
            return other.sequence > sequence ? other : this;
        }

        Which which() {
            return new Which(line, serial);
        }
    }

    /** Which units of a claim. */
    record Which(int line, @Nullable String serial) {}

    /** The same, after these words, one on each of the units. */
    BatchLink hearing(Collection<Unit> words) {
        Map<Which, Unit> after = new LinkedHashMap<>();
        units.forEach(unit -> after.put(unit.which(), unit));
        words.forEach(word -> after.merge(word.which(), word, Unit::or));
        return new BatchLink(batchIssue, since, List.copyOf(after.values()), over);
    }

    /** The same once the issue is closed, which it is once. */
    BatchLink closed(Over first) {
        return over == null ? new BatchLink(batchIssue, since, units, first) : this;
    }

    /** Lines of which units count, in their order. */
    public List<Integer> lines() {
        return counting().stream().map(Unit::line).distinct().sorted().toList();
    }

    /** Units that count. */
    public List<Unit> counting() {
        return units.stream().filter(Unit::counts).toList();
    }
}
