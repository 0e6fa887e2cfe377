package dev.aftersales.claims.quotes;

import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.Agreements;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The customer does not want a maintenance quote. That is decided in the document that acceptances are decided in, so that a
 * quote is not both; then it is shown on the quote. What a crash leaves between the two is finished by declining it again.
 */
@Component
class DeclineMaintenance {

    private final MaintenanceQuotes quotes;
    private final MaintainedTimes times;
    private final AcceptMaintenance accepted;
    private final Agreements agreements;
    private final Clock businessClock;

    DeclineMaintenance(
            MaintenanceQuotes quotes,
            MaintainedTimes times,
            AcceptMaintenance accepted,
            Agreements agreements,
            Clock businessClock) {
        this.quotes = quotes;
        this.times = times;
        this.accepted = accepted;
        this.agreements = agreements;
        this.businessClock = businessClock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is declined, by this request or by an earlier one. */
        record Declined(MaintenanceQuote quote) implements Outcome {}

        /** It was accepted before; nothing changed. */
        record Accepted(String agreement) implements Outcome {}
    }

    /** @param person who declines it for the company that holds the contract */
    Outcome decline(MaintenanceQuote quote, String person) {
        Optional<Agreement> agreement = accepted.agreementOf(quote);
        if (agreement.isPresent()) {
            return new Outcome.Accepted(agreement.get().number());
        }
        if (quote.declined() != null) {
            return new Outcome.Declined(quote);
        }
        MaintenanceQuote.Declined now =
                new MaintenanceQuote.Declined(person, businessClock.instant().truncatedTo(ChronoUnit.MILLIS));
        return switch (times.decline(quote, now)) {
            case MaintainedTimes.Turning.Down down -> new Outcome.Declined(quotes.decline(quote, down.by()));
            case MaintainedTimes.Turning.Taken taken -> {
                // Whoever took the time may have died before the agreement stood.
                agreements.conclude(taken.agreement());
                yield new Outcome.Accepted(taken.agreement().number());
            }
        };
    }
}
