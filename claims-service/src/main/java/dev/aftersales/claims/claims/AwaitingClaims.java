package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.store.Outages;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims whose deadlines wait for a year that nobody has entered into a calendar. */
public final class AwaitingClaims {

    private static final Logger log = LoggerFactory.getLogger(AwaitingClaims.class);
    private static final int BATCH = 200;

    private final Claims claims;
    private final Timekeeper timekeeper;
    private final Clock businessClock;

    AwaitingClaims(Claims claims, Timekeeper timekeeper, Clock businessClock) {
        this.claims = claims;
        this.timekeeper = timekeeper;
        this.businessClock = businessClock;
    }

    /**
     * Reckons the deadlines of those that wait for one of these years. Each is found by what it waits for and reckoned by the
     * newest version of its calendar, so that hearing of a version again, or of an older one later, changes nothing; whoever
     * is interrupted finds those that are left.
     */
    public void entered(String vendor, String calendar, Collection<Integer> years) {
        Stream.concat(
                        Stream.of(new AwaitedYear(calendar, null)),
                        years.stream().map(year -> new AwaitedYear(calendar, year)))
                .forEach(year -> wake(vendor, year));
    }

    private void wake(String vendor, AwaitedYear year) {
        List<String> some = claims.awaiting(vendor, year.key(), "", BATCH);
        while (!some.isEmpty()) {
            some.forEach(id -> reckon(id, year));
            some = claims.awaiting(vendor, year.key(), some.getLast(), BATCH);
        }
    }

    private void reckon(String id, AwaitedYear year) {
        try {
            claims.<Boolean>decide(id, claim -> {
                if (!year.equals(claim.clocks().awaits())) {
                    return Decision.refuse(false);
                }
                Claim anew = timekeeper.scheduled(claim, businessClock.instant());
                return year.equals(anew.clocks().awaits()) ? Decision.refuse(false) : Decision.commit(anew, true);
            });
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            // It holds up no other, and is looked at again anyway.
            log.atError()
                    .addKeyValue("claim", id)
                    .setCause(e)
                    .log("A claim that waited for a year was not reckoned anew");
        }
    }
}
