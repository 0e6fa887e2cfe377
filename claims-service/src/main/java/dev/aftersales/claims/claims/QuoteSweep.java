package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.events.Backlog;
import dev.aftersales.claims.quotes.Quote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets quotes expire that nobody accepted in time, also after a downtime; each once, at its own time, in due order, and not
 * before everything is heard that was said by then.
 */
final class QuoteSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(QuoteSweep.class);
    private static final int BATCH = 100;

    private final Claims claims;
    private final Backlog backlog;
    private final Clock businessClock;

    QuoteSweep(Claims claims, Backlog backlog, Clock businessClock) {
        this.claims = claims;
        this.backlog = backlog;
        this.businessClock = businessClock;
    }

    @Override
    public void run() {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!expired(now, 1).isEmpty()) {
            backlog.heardUntil(now).ifPresent(this::expireUntil);
        }
    }

    private void expireUntil(Instant heard) {
        boolean more;
        do {
            more = round(heard);
        } while (more);
    }

    private List<Claim> expired(Instant until, int limit) {
        return claims.query(lt(ClaimType.QUOTE_EXPIRES_AT, until), ascending(ClaimType.QUOTE_EXPIRES_AT), limit);
    }

    /** In the order in which they were due, whatever was found late; answers whether there may be more. */
    private boolean round(Instant heard) {
        boolean any = false;
        for (Claim claim : expired(heard, BATCH)) {
            switch (expireFirst(claim.id(), heard)) {
                case NOTHING_DUE -> {}
                case LAST_OF_CLAIM -> any = true;
                case MORE_OF_CLAIM -> {
                    // Quotes of other claims may have been due before its next.
                    return true;
                }
            }
        }
        return any;
    }

    private Outcome expireFirst(String id, Instant heard) {
        Outcome outcome = claims.<Outcome>decide(id, claim -> {
                    List<Quote> due = claim.quotes().stream()
                            .filter(quote -> quote.open() && quote.expiredAt(heard))
                            .sorted(Comparator.comparing(QuoteSweep::firstMomentAfter))
                            .toList();
                    if (due.isEmpty()) {
                        return Decision.refuse(Outcome.NOTHING_DUE);
                    }
                    Instant at = firstMomentAfter(due.getFirst());
                    Amendment amendment = new Amendment(claim, at);
                    if (due.getFirst().expired(at) instanceof Quote.Step.Taken taken) {
                        Quoting.expired(amendment, taken.quote());
                    }
                    Change<Claim> change = amendment.done();
                    return Decision.due(
                            at,
                            change.state(),
                            due.size() == 1 ? Outcome.LAST_OF_CLAIM : Outcome.MORE_OF_CLAIM,
                            change.events());
                })
                .orElse(Outcome.NOTHING_DUE);
        if (outcome != Outcome.NOTHING_DUE) {
            log.atInfo().addKeyValue("claim", id).log("A quote expired");
        }
        return outcome;
    }

    /** When it expired, whenever that is found: the first moment, to the store's milliseconds, at which it was too late. */
    private static Instant firstMomentAfter(Quote quote) {
        return Objects.requireNonNull(quote.validUntil())
                .truncatedTo(ChronoUnit.MILLIS)
                .plusMillis(1);
    }

    private enum Outcome {
        NOTHING_DUE,
        LAST_OF_CLAIM,
        MORE_OF_CLAIM
    }
}
