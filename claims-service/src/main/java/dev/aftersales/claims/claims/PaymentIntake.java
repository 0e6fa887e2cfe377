package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.quotes.Payment;
import dev.aftersales.claims.quotes.Quote;
import dev.aftersales.contracts.events.partners.PaymentReceived;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what a payment provider says. A payment that fits no quote pays for nothing, and the timeline says so: it is
 * nothing that a repeat would cure, so it is no dead letter; it waits with the claim until a person has settled it. One for
 * a claim that the vendor does not have waits by itself.
 */
public final class PaymentIntake {

    private final Claims claims;
    private final StrayPayments strays;
    private final List<String> providers;

    /** @param providers the partners whose word on payments counts; any other partner's does not */
    PaymentIntake(Claims claims, StrayPayments strays, List<String> providers) {
        this.claims = claims;
        this.strays = strays;
        this.providers = List.copyOf(providers);
    }

    /** The provider has the money. */
    public void received(Received<PaymentReceived> event) {
        PaymentReceived said = event.data();
        Payment payment = new Payment(said.paymentId(), said.amount(), said.paidAt());
        boolean known = claims.find(said.claimId())
                .filter(claim -> claim.vendor().equals(event.vendor()))
                .isPresent();
        if (known) {
            claims.react(event, said.claimId(), claim -> received(claim, event, payment));
        } else {
            strays.keep(event, payment);
        }
    }

    private Change<Claim> received(Claim claim, Received<PaymentReceived> event, Payment payment) {
        PaymentReceived said = event.data();
        Actor partner = new Actor(Actor.Kind.PARTNER, said.partner());
        Amendment amendment = new Amendment(claim, event.time().truncatedTo(ChronoUnit.MILLIS));
        Optional<Quote> quote = claim.quote(said.quote());
        if (!providers.contains(said.partner())) {
            Quoting.notApplied(amendment, said.quote(), payment, "NO_PAYMENT_PROVIDER", partner);
        } else if (quote.isEmpty()) {
            Quoting.notApplied(amendment, said.quote(), payment, "NO_SUCH_QUOTE", partner);
        } else {
            switch (quote.get().paid(payment)) {
                case Quote.Step.Taken taken -> Quoting.paid(amendment, taken.quote(), payment, partner);
                case Quote.Step.Repeated repeated -> {
                    // The same payment, told under another event id.
                }
                case Quote.Step.Impossible impossible ->
                    Quoting.notApplied(
                            amendment, said.quote(), payment, impossible.why().name(), partner);
            }
        }
        return amendment.done();
    }
}
