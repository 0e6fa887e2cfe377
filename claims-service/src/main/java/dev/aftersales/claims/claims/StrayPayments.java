package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.claims.quotes.Payment;
import dev.aftersales.contracts.events.partners.PaymentReceived;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The payments of all vendors for claims that these do not have. */
final class StrayPayments {

    static final AggregateType<StrayPayment> TYPE = AggregateType.of(
                    "strayPayments", StrayPayment.class, StrayPayment::vendor)
            .indexedBy(StrayPayments::fields)
            .withIndex(compoundIndex(ascending("vendor"), descending(ClaimType.UNAPPLIED_AT, "_id")));

    private static final String NO_SUCH_CLAIM = "NO_SUCH_CLAIM";

    private final Aggregates<StrayPayment> payments;
    private final Clock businessClock;

    StrayPayments(Aggregates<StrayPayment> payments, Clock businessClock) {
        this.payments = payments;
        this.businessClock = businessClock;
    }

    /** Only those that wait for somebody are listed. */
    private static Map<String, @Nullable Object> fields(StrayPayment stray) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(
                ClaimType.UNAPPLIED_AT, stray.payment().open() ? stray.payment().at() : null);
        return fields;
    }

    /** Keeps it; the same payment told again is there already. */
    void keep(Received<PaymentReceived> event, Payment payment) {
        PaymentReceived said = event.data();
        String id = DerivedId.of("pay", event.vendor(), said.partner(), said.claimId(), said.paymentId());
        UnappliedPayment unapplied = new UnappliedPayment(
                1,
                new Actor(Actor.Kind.PARTNER, said.partner()),
                said.quote(),
                null,
                payment,
                NO_SUCH_CLAIM,
                event.time().truncatedTo(ChronoUnit.MILLIS),
                null);
        payments.create(event, id, () -> Change.of(new StrayPayment(id, event.vendor(), said.claimId(), unapplied)));
    }

    List<StrayPayment> query(Bson filter, Bson sort, int limit) {
        return payments.query(filter, sort, limit).stream().map(Stored::state).toList();
    }

    /** A person says how it was settled; empty where the caller's vendor has none of that id. */
    Optional<SettlePayment.Outcome> settle(Caller caller, String id, String reason) {
        return payments.find(id)
                .filter(stored -> caller.servesVendor(stored.vendor()))
                .flatMap(stored -> payments.decide(id, now -> settled(now.state(), Actor.of(caller), reason)));
    }

    private Decision<StrayPayment, SettlePayment.Outcome> settled(StrayPayment stray, Actor by, String reason) {
        UnappliedPayment payment = stray.payment();
        UnappliedPayment.Settlement there = payment.settlement();
        if (there != null) {
            return Decision.refuse(
                    by.equals(there.by()) && reason.equals(there.reason())
                            ? new SettlePayment.Outcome.Settled(payment)
                            : new SettlePayment.Outcome.SettledAlready(payment));
        }
        StrayPayment after = stray.settled(new UnappliedPayment.Settlement(
                null, reason, by, businessClock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return Decision.commit(after, new SettlePayment.Outcome.Settled(after.payment()));
    }
}
