package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Decision;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * Has everyone who was told of a version that was given up told that it does not take effect. It may stop anywhere and
 * begin again, in two instances at once: each request says by itself, once, who is to be told.
 */
final class NoticeRevocation implements Runnable {

    private static final int OPEN_AT_ONCE = 20;

    private final Aggregates<PolicyVersion> versions;
    private final NoticeRequests requests;
    private final Clock businessClock;

    NoticeRevocation(Aggregates<PolicyVersion> versions, NoticeRequests requests, Clock businessClock) {
        this.versions = versions;
        this.requests = requests;
        this.businessClock = businessClock;
    }

    /** Goes over every version whose notice is to be taken back. */
    @Override
    public void run() {
        versions.query(eq("revocationOpen", true), ascending("_id"), OPEN_AT_ONCE)
                .forEach(stored -> {
                    if (stored.state().stage() instanceof Stage.Withdrawn withdrawn && withdrawn.revocation() != null) {
                        seal(stored.state(), withdrawn.revocation());
                        requests.revoke(stored.state().vendor(), stored.id(), withdrawn.revocation());
                        revoked(stored.id());
                    }
                });
    }

    /** Takes the number that a walk still under way would take: whatever it asked for is there before, or never. */
    private void seal(PolicyVersion version, Revocation revocation) {
        OptionalInt number;
        do {
            number = requests.nextNumber(version.vendor(), version.id());
        } while (number.isPresent()
                && !requests.insert(NoticeRequest.seal(version.id(), version.vendor(), number.getAsInt(), revocation)));
    }

    private void revoked(String id) {
        versions.<Boolean>decide(
                id,
                stored -> stored.state().stage() instanceof Stage.Withdrawn withdrawn && withdrawn.isRevoking()
                        ? Decision.commit(
                                stored.state()
                                        .with(withdrawn.revokedAt(
                                                businessClock.instant().truncatedTo(ChronoUnit.MILLIS))),
                                true)
                        : Decision.refuse(false));
    }
}
