package dev.aftersales.claims.quotes;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.quotes.CapRoom.Charge;
import dev.aftersales.claims.quotes.CapRoom.Excess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What claims charge after the term of a contract's units (E6.1). It is taken by a single write of the contract's document
 * before its quote is accepted, so that two quotes which only together are above the cap are not both accepted, also at the
 * same instant. One that was taken and whose quote nobody accepted after all counts as long as that quote is open; the
 * claim knows it.
 */
@Component
public class CappedCharges {

    private static final AggregateType<Charges> TYPE =
            AggregateType.of("cappedCharges", Charges.class, Charges::vendor);

    private static final int MONTHS = 12;

    private final Aggregates<Charges> charges;

    CappedCharges(AggregatesFactory aggregates) {
        this.charges = aggregates.of(TYPE);
    }

    /** Of one contract, oldest first; what is older than 12 months is left out with the next that is taken. */
    record Charges(String vendor, String contract, List<Taken> taken) {
        Charges {
            taken = List.copyOf(taken);
        }
    }

    /**
     * What one quote charges.
     *
     * @param day on which it was taken, in the policy's zone; it counts for 12 months from then
     */
    public record Taken(String claim, int quote, LocalDate day, List<Charge> charges) {
        public Taken {
            charges = List.copyOf(charges);
        }

        boolean isOf(Taken other) {
            return claim.equals(other.claim) && quote == other.quote;
        }

        boolean countsOn(LocalDate today) {
            return today.isBefore(day.plusMonths(MONTHS));
        }
    }

    /** What was taken in the 12 months up to that day. */
    public List<Taken> until(String vendor, String contract, LocalDate today) {
        return charges.find(id(vendor, contract)).map(Stored::state).stream()
                .flatMap(there -> there.taken().stream())
                .filter(taken -> taken.countsOn(today))
                .toList();
    }

    /**
     * Takes it, once.
     *
     * @param excess what is too much beside these others, read when it is decided
     * @return what is too much; nothing was taken then
     */
    public Optional<Excess> take(
            String vendor, String contract, Taken wanted, Function<List<Taken>, Optional<Excess>> excess) {
        String id = id(vendor, contract);
        charges.insert(id, Change.of(new Charges(vendor, contract, List.of())));
        return charges.<Optional<Excess>>decide(id, stored -> {
                    Charges before = stored.state();
                    List<Taken> others = before.taken().stream()
                            .filter(taken -> taken.countsOn(wanted.day()) && !taken.isOf(wanted))
                            .toList();
                    Optional<Excess> tooMuch = excess.apply(others);
                    if (tooMuch.isPresent()) {
                        return Decision.refuse(tooMuch);
                    }
                    if (before.taken().stream().anyMatch(taken -> taken.isOf(wanted))) {
                        return Decision.refuse(tooMuch);
                    }
                    List<Taken> all = new ArrayList<>(others);
                    all.add(wanted);
                    return Decision.commit(new Charges(vendor, contract, all), tooMuch);
                })
                .orElseThrow(() -> new IllegalStateException("the charges of a contract are never deleted"));
    }

    private static String id(String vendor, String contract) {
        return vendor + "/" + contract;
    }
}
