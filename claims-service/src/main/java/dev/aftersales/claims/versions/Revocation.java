package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a version of which customers were told does not take effect.
 *
 * @param inForce the version that was in force then; absent where the vendor had none
 * @param next the version that was set then to take effect; absent where none was
 */
record Revocation(
        @Nullable String inForce, Instant at, @Nullable Next next) {

    /**
     * A version that is set to take effect.
     *
     * @param zone of the policy, in which its day is meant
     */
    record Next(String version, Instant effectiveFrom, String zone) {}

    /**
     * As the vendor's versions stand.
     *
     * @param newestFirst in force, set to take effect, or out of force
     */
    static Revocation at(Instant now, Optional<CompiledPolicy> inForce, List<CompiledPolicy> newestFirst) {
        Next next = newestFirst.reversed().stream()
                .filter(version -> version.effectiveFrom().isAfter(now))
                .findFirst()
                .map(version -> new Next(
                        version.version(),
                        version.effectiveFrom(),
                        version.zone().getId()))
                .orElse(null);
        return new Revocation(inForce.map(CompiledPolicy::version).orElse(null), now, next);
    }
}
