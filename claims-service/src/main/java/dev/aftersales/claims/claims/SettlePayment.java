package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A person says how a payment was settled that pays for nothing: given back, for example, or booked by hand. */
final class SettlePayment {

    private final Claims claims;
    private final Clock businessClock;

    SettlePayment(Claims claims, Clock businessClock) {
        this.claims = claims;
        this.businessClock = businessClock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is settled so, by this request or by an earlier one that said the same. */
        record Settled(UnappliedPayment payment) implements Outcome {}

        /** The claim has no such payment. */
        record Unknown() implements Outcome {}

        /** It was settled in another way; nothing changed. */
        record SettledAlready(UnappliedPayment payment) implements Outcome {}
    }

    Outcome settle(Caller caller, Claim seen, int number, String reason) {
        return claims.<Outcome>decide(seen.id(), claim -> {
                    Optional<UnappliedPayment> found = claim.unappliedPayments().stream()
                            .filter(payment -> payment.number() == number)
                            .findFirst();
                    if (found.isEmpty()) {
                        return Decision.refuse(new Outcome.Unknown());
                    }
                    UnappliedPayment payment = found.get();
                    Actor by = Actor.of(caller);
                    UnappliedPayment.Settlement there = payment.settlement();
                    if (there != null) {
                        return Decision.refuse(
                                by.equals(there.by()) && reason.equals(there.reason())
                                        ? new Outcome.Settled(payment)
                                        : new Outcome.SettledAlready(payment));
                    }
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    UnappliedPayment settled = payment.settled(new UnappliedPayment.Settlement(null, reason, by, now));
                    Amendment amendment = new Amendment(claim, now);
                    amendment.put(settled);
                    amendment.note(
                            TimelineEntry.What.PAYMENT_SETTLED,
                            by,
                            List.of(),
                            payment.payment().paymentId());
                    Change<Claim> change = amendment.done();
                    return Decision.commit(change.state(), new Outcome.Settled(settled), change.events());
                })
                .orElseThrow();
    }
}
