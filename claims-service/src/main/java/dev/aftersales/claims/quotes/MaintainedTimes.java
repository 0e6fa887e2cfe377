package dev.aftersales.claims.quotes;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.agreements.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Which times of a contract customers have accepted to pay for. Taking one is a single write of the contract's document, so
 * of two that meet the later is refused, also at the same instant.
 */
@Component
class MaintainedTimes {

    private static final AggregateType<Times> TYPE = AggregateType.of("maintainedTimes", Times.class, Times::vendor);

    private final Aggregates<Times> times;

    MaintainedTimes(AggregatesFactory aggregates) {
        this.times = aggregates.of(TYPE);
    }

    /**
     * Of one contract.
     *
     * @param accepted by quotes, oldest first; no two of them meet
     */
    record Times(String vendor, String contract, List<Agreement> accepted) {
        Times {
            accepted = List.copyOf(accepted);
        }
    }

    /** What became of it. */
    sealed interface Taking {

        /** The time is taken by that quote, as it was agreed first. */
        record Taken(Agreement agreement) implements Taking {}

        /** It is not: that agreement is about units of it. */
        record Met(Agreement other) implements Taking {}
    }

    /**
     * Takes the time of an agreement by its quote, once.
     *
     * @param entered what staff have agreed for the contract beside quotes, read when it is decided
     */
    Taking take(Agreement agreed, Supplier<List<Agreement>> entered) {
        String id = agreed.vendor() + "/" + agreed.contract();
        times.insert(id, Change.of(new Times(agreed.vendor(), agreed.contract(), List.of())));
        return times.<Taking>decide(id, stored -> {
                    Times before = stored.state();
                    Optional<Agreement> own = before.accepted().stream()
                            .filter(one -> Objects.equals(one.quote(), agreed.quote()))
                            .findFirst();
                    if (own.isPresent()) {
                        return Decision.refuse(new Taking.Taken(own.get()));
                    }
                    List<Agreement> others = new ArrayList<>(before.accepted());
                    others.addAll(entered.get());
                    Optional<Agreement> met =
                            others.stream().filter(agreed::meets).findFirst();
                    if (met.isPresent()) {
                        return Decision.refuse(new Taking.Met(met.get()));
                    }
                    List<Agreement> more = new ArrayList<>(before.accepted());
                    more.add(agreed);
                    return Decision.commit(
                            new Times(before.vendor(), before.contract(), more), new Taking.Taken(agreed));
                })
                .orElseThrow(() -> new IllegalStateException("the times of a contract are never deleted"));
    }

    /** Gives back the time of an agreement that did not come about. */
    void giveBack(Agreement agreed) {
        times.<Boolean>decide(agreed.vendor() + "/" + agreed.contract(), stored -> {
            Times before = stored.state();
            List<Agreement> rest = before.accepted().stream()
                    .filter(one -> !Objects.equals(one.quote(), agreed.quote()))
                    .toList();
            return Decision.commit(new Times(before.vendor(), before.contract(), rest), true);
        });
    }
}
