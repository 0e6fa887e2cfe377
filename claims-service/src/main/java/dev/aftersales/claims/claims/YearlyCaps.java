package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.Unit;
import dev.aftersales.claims.quotes.CapRoom;
import dev.aftersales.claims.quotes.CappedCharges;
import dev.aftersales.claims.quotes.CappedCharges.Taken;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Keeps what claims charge after the term below the policy's cap of a year (E6.1). */
final class YearlyCaps {

    private final Claims claims;
    private final Contracts contracts;
    private final CappedCharges charges;

    YearlyCaps(Claims claims, Contracts contracts, CappedCharges charges) {
        this.claims = claims;
        this.contracts = contracts;
        this.charges = charges;
    }

    /** What these lines may still be charged at that time; empty where the policy caps nothing of it. */
    Optional<CapRoom> room(CompiledPolicy policy, Claim claim, Set<Integer> lines, Instant at) {
        return empty(policy, claim, lines).map(room -> claim.contract()
                .map(contract -> room.with(counting(
                        room, charges.until(claim.vendor(), contract, LocalDate.ofInstant(at, policy.zone())))))
                .orElse(room));
    }

    /** Takes what the quote charges, once; what is too much where it does not fit any more. */
    Optional<CapRoom.Excess> take(CompiledPolicy policy, Claim claim, Quote quote, Instant at) {
        Optional<CapRoom> room = empty(policy, claim, Set.copyOf(quote.lineNumbers()));
        List<CapRoom.Charge> more =
                room.map(empty -> empty.charges(quote.items())).orElse(List.of());
        if (room.isEmpty() || more.isEmpty()) {
            return Optional.empty();
        }
        if (claim.contract().isEmpty()) {
            return room.get().excess(more);
        }
        return charges.take(
                claim.vendor(),
                claim.contract().get(),
                new Taken(claim.id(), quote.number(), LocalDate.ofInstant(at, policy.zone()), more),
                others -> room.get().with(counting(room.get(), others)).excess(more));
    }

    /** By which it caps that. */
    static String clause(CompiledPolicy policy) {
        QuoteRules.AnnualCap cap =
                Objects.requireNonNull(policy.rules().quotes()).annualCap();
        return Objects.requireNonNull(cap).clause();
    }

    private Optional<CapRoom> empty(CompiledPolicy policy, Claim claim, Set<Integer> lines) {
        QuoteRules rules = policy.rules().quotes();
        QuoteRules.AnnualCap cap = rules == null ? null : rules.annualCap();
        if (cap == null || cap.claims() == null) {
            return Optional.empty();
        }
        Map<Integer, String> serials = new HashMap<>();
        for (ClaimLine line : claim.lines()) {
            String serial = line.unit().serial();
            if (serial != null && lines.contains(line.line())) {
                serials.put(line.line(), serial);
            }
        }
        List<Unit> units = claim.contract().flatMap(number -> contracts.find(claim.vendor(), number)).stream()
                .flatMap(contract -> contract.shipments().stream())
                .flatMap(shipment -> shipment.units().stream())
                .toList();
        Map<String, Money> prices = new HashMap<>();
        for (Unit unit : units) {
            Money price = unit.price();
            if (price != null) {
                prices.put(unit.serial(), price);
            }
        }
        return Optional.of(new CapRoom(cap, cap.claims(), serials, prices, prices.size() == units.size(), List.of()));
    }

    /** Of what was taken, that for units of this room whose quote was accepted or still can be. */
    private List<CapRoom.Charge> counting(CapRoom room, List<Taken> taken) {
        return taken.stream()
                .filter(one -> one.charges().stream().anyMatch(charge -> isOf(room, charge)))
                .filter(this::stands)
                .flatMap(one -> one.charges().stream())
                .filter(charge -> isOf(room, charge))
                .toList();
    }

    private static boolean isOf(CapRoom room, CapRoom.Charge charge) {
        return room.serials().values().stream().anyMatch(serial -> room.countsFor(serial, charge.serial()));
    }

    private boolean stands(Taken taken) {
        return claims.find(taken.claim())
                .flatMap(claim -> claim.quote(taken.quote()))
                .filter(quote -> quote.open() || quote.agreed())
                .isPresent();
    }
}
