package dev.aftersales.claims.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the customers are told of a version.
 *
 * @param effectiveFrom from when on at the earliest, as they are told
 * @param requestedAt when the first request was made
 * @param walkedAt when everyone who was a customer then had been found; who comes later is told, too, but the notice
 *     period does not wait for them
 * @param rounds how often it was asked for
 * @param open whether customers have still to be looked for
 * @param retry whether those whom no mail reached are to get another
 */
record Notice(
        Instant effectiveFrom,
        Instant requestedAt,
        @Nullable Instant walkedAt,
        int rounds,
        boolean open,
        boolean retry) {

    /** Another round: who came since is told, and who was not reached is told again; nobody else. */
    Notice again() {
        return new Notice(effectiveFrom, requestedAt, walkedAt, rounds + 1, true, true);
    }

    /** Everyone has been found. */
    Notice walked(Instant at) {
        return new Notice(effectiveFrom, requestedAt, walkedAt == null ? at : walkedAt, rounds, false, false);
    }
}
