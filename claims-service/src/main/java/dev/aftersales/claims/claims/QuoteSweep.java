package dev.aftersales.claims.claims;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.quotes.Quote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets quotes expire that nobody accepted in time, also after a downtime; each once. */
final class QuoteSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(QuoteSweep.class);
    private static final int BATCH = 100;

    private final Claims claims;
    private final Clock businessClock;

    QuoteSweep(Claims claims, Clock businessClock) {
        this.claims = claims;
        this.businessClock = businessClock;
    }

    @Override
    public void run() {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Claim> batch;
        do {
            batch = claims.query(lt(ClaimType.QUOTE_EXPIRES_AT, now), ascending(ClaimType.QUOTE_EXPIRES_AT), BATCH);
            batch.forEach(claim -> expire(claim.id(), now));
        } while (batch.size() == BATCH);
    }

    private void expire(String id, Instant now) {
        boolean expired = claims.<Boolean>decide(id, claim -> {
                    Amendment amendment = new Amendment(claim, now);
                    for (Quote quote : claim.quotes()) {
                        if (quote.expired(now) instanceof Quote.Step.Taken taken) {
                            Quoting.expired(amendment, taken.quote());
                        }
                    }
                    Change<Claim> change = amendment.done();
                    return change.events().isEmpty()
                            ? Decision.refuse(false)
                            : Decision.commit(change.state(), true, change.events());
                })
                .orElse(false);
        if (expired) {
            log.atInfo().addKeyValue("claim", id).log("A quote expired");
        }
    }
}
