package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Due;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.chassis.sweeps.DueSweep;
import dev.aftersales.claims.quotes.Quote;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets quotes expire that nobody accepted in time, also after a downtime; each once, at its own time, in due order, and not
 * before everything is heard that was said by then.
 */
final class QuoteSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(QuoteSweep.class);

    private final Claims claims;
    private final DueSweep sweep;

    QuoteSweep(Claims claims, Backlog backlog, Clock businessClock, MeterRegistry meters) {
        this.claims = claims;
        this.sweep =
                new DueSweep("expired-quotes", this::due, this::expire, backlog::heardUntil, businessClock, meters);
    }

    @Override
    public void run() {
        sweep.run();
    }

    /** A quote is valid in its last millisecond, and expires with the next. */
    private List<Due> due(Instant until, @Nullable Due after, int limit) {
        Due last = after == null ? null : new Due(after.at().minusMillis(1), after.id());
        return claims.due(ClaimType.QUOTE_EXPIRES_AT, until.minusMillis(1), last, limit).stream()
                .map(valid -> new Due(firstMomentAfter(valid.at()), valid.id()))
                .toList();
    }

    private Optional<Instant> expire(String id, Instant at) {
        return claims.decided(id, claim -> decide(claim, at))
                .flatMap(claim -> Optional.ofNullable(ClaimType.quoteExpiresAt(claim)))
                .map(QuoteSweep::firstMomentAfter);
    }

    private static Decision<Claim, Boolean> decide(Claim claim, Instant at) {
        List<Quote> expired = claim.quotes().stream()
                .filter(quote -> quote.open()
                        && quote.validUntil() != null
                        && firstMomentAfter(quote.validUntil()).equals(at))
                .toList();
        if (expired.isEmpty()) {
            // Somebody else was faster.
            return Decision.refuse(false);
        }
        Amendment amendment = new Amendment(claim, at);
        for (Quote quote : expired) {
            if (quote.expired(at) instanceof Quote.Step.Taken taken) {
                Quoting.expired(amendment, taken.quote());
            }
        }
        Change<Claim> change = amendment.done();
        log.atInfo().addKeyValue("claim", claim.id()).log("A quote expires");
        return Decision.due(at, change.state(), true, change.events());
    }

    /** The first moment, to the store's milliseconds, at which it is too late. */
    private static Instant firstMomentAfter(Instant validUntil) {
        return validUntil.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }
}
