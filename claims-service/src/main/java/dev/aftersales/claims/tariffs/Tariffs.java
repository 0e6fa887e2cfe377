package dev.aftersales.claims.tariffs;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tariffs of all vendors. */
@Component
public class Tariffs {

    private final Aggregates<Tariff> tariffs;
    private final Clock clock;

    Tariffs(Aggregates<Tariff> tariffs, Clock clock) {
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** The vendor's tariff of that code. */
    public Optional<Tariff> find(String vendor, String code) {
        return tariffs.find(TariffType.id(vendor, code)).map(Stored::state);
    }

    /** Enters a tariff, new or anew; entering what stands there already changes nothing. */
    Entering enter(String vendor, String code, List<Price> prices, String by) {
        Tariff.Entry entry = new Tariff.Entry(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Tariff first = new Tariff(vendor, code, prices, List.of(entry));
        return switch (tariffs.insert(TariffType.id(vendor, code), Change.of(first))) {
            case Insertion.Inserted<Tariff> inserted -> new Entering(first, true);
            case Insertion.AlreadyThere<Tariff> there -> new Entering(again(vendor, code, prices, entry), false);
        };
    }

    private Tariff again(String vendor, String code, List<Price> prices, Tariff.Entry entry) {
        return tariffs.<Tariff>decide(TariffType.id(vendor, code), stored -> {
                    Tariff before = stored.state();
                    if (before.prices().equals(List.copyOf(prices))) {
                        return Decision.refuse(before);
                    }
                    Tariff after = before.as(prices, entry);
                    return Decision.commit(after, after);
                })
                .orElseThrow(() -> new IllegalStateException("tariffs are never deleted"));
    }

    /**
     * What entering did.
     *
     * @param created whether the vendor had no tariff of that code before
     */
    record Entering(Tariff tariff, boolean created) {}
}
