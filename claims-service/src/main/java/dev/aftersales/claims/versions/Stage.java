package dev.aftersales.claims.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a policy version has come. Only legal moves are methods. */
sealed interface Stage {

    /** It may be changed, and binds nobody. */
    record Draft() implements Stage {

        Noticed notice(Instant effectiveFrom, Instant at) {
            return new Noticed(new Notice(effectiveFrom, at, null, 1, true, false));
        }

        Withdrawn withdraw() {
            return new Withdrawn(null, null, null);
        }
    }

    /** The customers are being told, or have been; it does not change any more. */
    record Noticed(Notice notice) implements Stage {

        Withdrawn withdraw(Revocation revocation) {
            return new Withdrawn(notice, revocation, null);
        }
    }

    /**
     * It is set to take effect, or has; for ever from then on.
     *
     * @param shipped whether it came with the service, and not by this way
     * @param notice by which the customers were told; absent where none was asked for
     */
    record Active(
            Instant effectiveFrom,
            boolean shipped,
            @Nullable Notice notice) implements Stage {

        /** Given up before it took effect; its place in the succession is gone. */
        Withdrawn withdraw(Revocation revocation) {
            return new Withdrawn(notice, notice == null ? null : revocation, null);
        }
    }

    /**
     * Given up before it took effect.
     *
     * @param notice by which customers had been told of it; absent where none was asked for
     * @param revocation of which they are told in turn; absent without a notice, and where it was given up before that was
     *     done
     * @param revokedAt when all had been found who are; absent until then
     */
    record Withdrawn(
            @Nullable Notice notice,
            @Nullable Revocation revocation,
            @Nullable Instant revokedAt) implements Stage {

        /** Whether those who were told have still to be found. */
        boolean isRevoking() {
            return revocation != null && revokedAt == null;
        }

        Withdrawn revokedAt(Instant at) {
            return new Withdrawn(notice, revocation, at);
        }
    }

    /** That the customers were told, whatever came of the version then. */
    default @Nullable Notice told() {
        return switch (this) {
            case Draft draft -> null;
            case Noticed noticed -> noticed.notice();
            case Active active -> active.notice();
            case Withdrawn withdrawn -> withdrawn.notice();
        };
    }
}
