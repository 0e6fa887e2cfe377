package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.AgreementEntry;
import dev.aftersales.claims.agreements.Agreements;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The customer takes up a maintenance quote: the units' paid time is agreed, so that the service level of the term serves
 * in it (E6.2). First the time is taken, in one write that refuses what meets another; then the agreement is written, whose
 * number is the quote's id: both once, however often it is tried.
 */
@Component
class AcceptMaintenance {

    private final Agreements agreements;
    private final MaintainedTimes times;
    private final Clock businessClock;

    AcceptMaintenance(Agreements agreements, MaintainedTimes times, Clock businessClock) {
        this.agreements = agreements;
        this.times = times;
        this.businessClock = businessClock;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** The agreement holds, by this request or by an earlier one. */
        record Agreed(Agreement agreement) implements Outcome {}

        /** It could be accepted until an earlier moment; nothing changed. */
        record Expired(Instant validUntil) implements Outcome {}

        /** The customer declined it before; nothing changed. */
        record Declined(Instant at) implements Outcome {}

        /** Units of it are maintained in that time by another agreement; nothing changed. */
        record MaintainedAlready(String agreement) implements Outcome {}

        /** The vendor has another agreement under that number; nothing changed. */
        record NumberTaken() implements Outcome {}
    }

    /** The agreement that accepted the quote; empty while none did. */
    Optional<Agreement> agreementOf(MaintenanceQuote quote) {
        return agreements.find(quote.vendor(), quote.id()).filter(agreement -> quote.id()
                .equals(agreement.quote()));
    }

    /** The agreements that accepted quotes about that contract, by the quote's id. */
    Map<String, Agreement> acceptingOf(String vendor, String contract) {
        Map<String, Agreement> accepting = new HashMap<>();
        for (Agreement agreement : agreements.ofContracts(vendor, List.of(contract))) {
            if (agreement.quote() != null) {
                accepting.put(agreement.quote(), agreement);
            }
        }
        return accepting;
    }

    /** @param person who accepts it for the company that holds the contract */
    Outcome accept(MaintenanceQuote quote, String person) {
        Optional<Agreement> there = agreementOf(quote);
        if (there.isPresent()) {
            return new Outcome.Agreed(there.get());
        }
        MaintenanceQuote.Declined declined = quote.declined();
        if (declined != null) {
            return new Outcome.Declined(declined.at());
        }
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant validUntil = quote.validUntil();
        if (validUntil != null && quote.expiredAt(now)) {
            return new Outcome.Expired(validUntil);
        }
        LocalDate last = quote.until().minusDays(1);
        Agreement agreed = new Agreement(
                quote.vendor(),
                quote.id(),
                AgreementKind.PAID_YEAR,
                quote.contract(),
                quote.serials(),
                quote.from(),
                last,
                null,
                quote.id(),
                List.of(new AgreementEntry(person, now)));
        return switch (times.take(agreed, () -> paidYears(quote))) {
            case MaintainedTimes.Taking.Met met -> {
                // Whoever took the time may have died before the agreement stood.
                agreements.conclude(met.other());
                yield new Outcome.MaintainedAlready(met.other().number());
            }
            case MaintainedTimes.Taking.TurnedDown down ->
                new Outcome.Declined(down.by().at());
            case MaintainedTimes.Taking.Taken taken ->
                agreements
                        .conclude(taken.agreement())
                        .<Outcome>map(Outcome.Agreed::new)
                        .orElseGet(() -> {
                            times.giveBackQuoted(agreed);
                            return new Outcome.NumberTaken();
                        });
        };
    }

    private List<Agreement> paidYears(MaintenanceQuote quote) {
        return agreements.ofContracts(quote.vendor(), List.of(quote.contract())).stream()
                .filter(agreement -> agreement.kind() == AgreementKind.PAID_YEAR)
                .toList();
    }
}
