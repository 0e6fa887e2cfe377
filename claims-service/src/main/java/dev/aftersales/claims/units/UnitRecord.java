package dev.aftersales.claims.units;

import dev.aftersales.claims.contracts.Sale;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.units.UnitRecorded;
import dev.aftersales.contracts.events.units.UnitRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the installed base knows of a unit, and by which entries of which contracts it knows it: an entry that comes again,
 * or after a later one of the same contract, changes nothing.
 *
 * @param sale how it was sold; absent where no contract has it any more
 * @param heard each contract that ever said something of it, with the last entry that was heard
 */
record UnitRecord(String vendor, String serial, @Nullable Sale sale, List<Heard> heard) {

    UnitRecord {
        heard = List.copyOf(heard);
    }

    /** @param entry how often the contract had been entered by then */
    record Heard(String contract, int entry) {}

    /**
     * What a contract says of the unit.
     *
     * @param entry the higher the later
     * @param at when the contract was entered so
     * @param sale absent where it does not have the unit
     */
    record Word(
            String contract,
            int entry,
            Instant at,
            @Nullable Sale sale) {}

    static UnitRecord unheardOf(String vendor, String serial) {
        return new UnitRecord(vendor, serial, null, List.of());
    }

    /** Whether it knows of the contract what that said in this entry. */
    boolean hasHeard(String contract, int entry) {
        return heard.stream().anyMatch(one -> one.contract().equals(contract) && one.entry() >= entry);
    }

    /**
     * The same, after a contract's word. A unit is sold once: whoever has it counts, whatever another said before. Who no
     * longer has it says nothing of who else does, so that is asked beside.
     *
     * @param elsewhere of another contract that has the unit, as it was lately; absent when none had it
     * @return empty when {@code elsewhere} is needed and out of date: it is to be asked again
     */
    Optional<UnitRecord> after(Word word, @Nullable Word elsewhere) {
        if (hasHeard(word.contract(), word.entry())) {
            return Optional.of(this);
        }
        Sale now = sale;
        if (word.sale() != null) {
            now = word.sale();
        } else if (sale != null && sale.contract().equals(word.contract())) {
            if (elsewhere != null && hasHeard(elsewhere.contract(), elsewhere.entry() + 1)) {
                return Optional.empty();
            }
            now = elsewhere == null ? null : elsewhere.sale();
        }
        List<Heard> more = new ArrayList<>(heard);
        more.removeIf(one -> one.contract().equals(word.contract()));
        more.add(new Heard(word.contract(), word.entry()));
        return Optional.of(new UnitRecord(vendor, serial, now, more));
    }

    /** What is to be told of it now that was not before. */
    List<Event> news(UnitRecord before, Instant at) {
        if (Objects.equals(sale, before.sale)) {
            return List.of();
        }
        if (sale != null) {
            return List.of(new UnitRecorded(
                    vendor,
                    serial,
                    sale.model(),
                    sale.itemClass().name(),
                    sale.productionLot(),
                    sale.contract(),
                    sale.organisation(),
                    at));
        }
        return before.sale == null ? List.of() : List.of(new UnitRemoved(vendor, serial, before.sale.contract(), at));
    }
}
