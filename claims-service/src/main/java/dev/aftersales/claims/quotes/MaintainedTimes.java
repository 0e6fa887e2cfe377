package dev.aftersales.claims.quotes;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.PaidYears;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What customers have answered to the maintenance quotes of a contract, and the paid years that staff enter for it. Each is
 * a single write of the contract's document, so of two times that meet the later is refused, and a quote is accepted or
 * declined and not both, also at the same instant.
 */
@Component
class MaintainedTimes implements PaidYears {

    private static final AggregateType<Times> TYPE = AggregateType.of("maintainedTimes", Times.class, Times::vendor);

    private final Aggregates<Times> times;

    MaintainedTimes(AggregatesFactory aggregates) {
        this.times = aggregates.of(TYPE);
    }

    /**
     * Of one contract.
     *
     * @param accepted by quotes, oldest first; no two of them meet
     * @param declined quotes, oldest first
     * @param entered by staff, each number once; those that they entered before times were kept here stand with the
     *     agreements alone
     */
    record Times(
            String vendor,
            String contract,
            List<Agreement> accepted,
            List<Declining> declined,
            List<Agreement> entered) {
        // Times that were stored before quotes were declined, or paid years entered, here come back without any.
        @SuppressWarnings("ConstantValue")
        Times {
            accepted = List.copyOf(accepted);
            declined = declined == null ? List.of() : List.copyOf(declined);
            entered = entered == null ? List.of() : List.copyOf(entered);
        }

        Times withAccepted(List<Agreement> agreements) {
            return new Times(vendor, contract, agreements, declined, entered);
        }

        Times withEntered(List<Agreement> agreements) {
            return new Times(vendor, contract, accepted, declined, agreements);
        }

        /** What staff entered under other numbers. */
        List<Agreement> enteredBeside(String number) {
            return entered.stream()
                    .filter(agreement -> !agreement.number().equals(number))
                    .toList();
        }
    }

    /** That the customer does not want a quote, by its id. */
    record Declining(String quote, MaintenanceQuote.Declined by) {}

    /** What became of it. */
    sealed interface Taking {

        /** The time is taken by that quote, as it was agreed first. */
        record Taken(Agreement agreement) implements Taking {}

        /** It is not: that agreement is about units of it. */
        record Met(Agreement other) implements Taking {}

        /** It is not: the quote was declined. */
        record TurnedDown(MaintenanceQuote.Declined by) implements Taking {}
    }

    /** What became of declining. */
    sealed interface Turning {

        /** The quote is declined, by who was first. */
        record Down(MaintenanceQuote.Declined by) implements Turning {}

        /** It is not: its time is taken. */
        record Taken(Agreement agreement) implements Turning {}
    }

    /**
     * Takes the time of an agreement by its quote, once.
     *
     * @param entered what staff have agreed for the contract beside quotes, read when it is decided
     */
    Taking take(Agreement agreed, Supplier<List<Agreement>> entered) {
        return times.<Taking>decide(there(agreed.vendor(), agreed.contract()), stored -> {
                    Times before = stored.state();
                    Optional<Declining> declined = before.declined().stream()
                            .filter(one -> one.quote().equals(agreed.quote()))
                            .findFirst();
                    if (declined.isPresent()) {
                        return Decision.refuse(
                                new Taking.TurnedDown(declined.get().by()));
                    }
                    Optional<Agreement> own = before.accepted().stream()
                            .filter(one -> Objects.equals(one.quote(), agreed.quote()))
                            .findFirst();
                    if (own.isPresent()) {
                        return Decision.refuse(new Taking.Taken(own.get()));
                    }
                    List<Agreement> others = new ArrayList<>(before.accepted());
                    others.addAll(before.entered());
                    others.addAll(entered.get());
                    Optional<Agreement> met =
                            others.stream().filter(agreed::meets).findFirst();
                    if (met.isPresent()) {
                        return Decision.refuse(new Taking.Met(met.get()));
                    }
                    List<Agreement> more = new ArrayList<>(before.accepted());
                    more.add(agreed);
                    return Decision.commit(before.withAccepted(more), new Taking.Taken(agreed));
                })
                .orElseThrow(MaintainedTimes::gone);
    }

    /** Declines a quote, once, unless its time is taken. */
    Turning decline(MaintenanceQuote quote, MaintenanceQuote.Declined by) {
        return times.<Turning>decide(there(quote.vendor(), quote.contract()), stored -> {
                    Times before = stored.state();
                    Optional<Agreement> taken = before.accepted().stream()
                            .filter(one -> quote.id().equals(one.quote()))
                            .findFirst();
                    if (taken.isPresent()) {
                        return Decision.refuse(new Turning.Taken(taken.get()));
                    }
                    Optional<Declining> first = before.declined().stream()
                            .filter(one -> one.quote().equals(quote.id()))
                            .findFirst();
                    if (first.isPresent()) {
                        return Decision.refuse(new Turning.Down(first.get().by()));
                    }
                    List<Declining> more = new ArrayList<>(before.declined());
                    more.add(new Declining(quote.id(), by));
                    return Decision.commit(
                            new Times(before.vendor(), before.contract(), before.accepted(), more, before.entered()),
                            new Turning.Down(by));
                })
                .orElseThrow(MaintainedTimes::gone);
    }

    /** The id of the contract's document, which is there from then on. */
    private String there(String vendor, String contract) {
        String id = vendor + "/" + contract;
        times.insert(id, Change.of(new Times(vendor, contract, List.of(), List.of(), List.of())));
        return id;
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("the times of a contract are never deleted");
    }

    @Override
    public Optional<Agreement> take(Agreement entered) {
        return times.<Optional<Agreement>>decide(there(entered.vendor(), entered.contract()), stored -> {
                    Times before = stored.state();
                    Optional<Agreement> met =
                            before.accepted().stream().filter(entered::meets).findFirst();
                    if (met.isPresent() || before.entered().contains(entered)) {
                        return Decision.refuse(met);
                    }
                    List<Agreement> more = new ArrayList<>(before.enteredBeside(entered.number()));
                    more.add(entered);
                    return Decision.commit(before.withEntered(more), met);
                })
                .orElseThrow(MaintainedTimes::gone);
    }

    @Override
    public void giveBack(Agreement entered) {
        times.<Boolean>decide(entered.vendor() + "/" + entered.contract(), stored -> {
            Times before = stored.state();
            List<Agreement> rest = before.enteredBeside(entered.number());
            return rest.size() == before.entered().size()
                    ? Decision.refuse(false)
                    : Decision.commit(before.withEntered(rest), true);
        });
    }

    /** Gives back the time of an agreement by a quote that did not come about. */
    void giveBackQuoted(Agreement agreed) {
        times.<Boolean>decide(agreed.vendor() + "/" + agreed.contract(), stored -> {
            Times before = stored.state();
            List<Agreement> rest = before.accepted().stream()
                    .filter(one -> !Objects.equals(one.quote(), agreed.quote()))
                    .toList();
            return Decision.commit(before.withAccepted(rest), true);
        });
    }
}
