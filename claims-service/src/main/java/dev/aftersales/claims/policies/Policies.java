package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every policy version that the service knows; a claim binds to the one that is current when it is accepted. */
public interface Policies {

    /**
     * The version that a claim accepted now is bound to; empty for a vendor without a policy in force.
     */
    Optional<CompiledPolicy> current(String vendor);

    /** A version that was set to take effect, for example {@code A-1}, also one that is not current any more or not yet. */
    Optional<CompiledPolicy> version(String policyVersion);

    /**
     * A version of that name, also a draft, as it says now. It binds nobody, and whether the asker may know it is the asker's
     * check.
     */
    default Optional<CompiledPolicy> proposed(String policyVersion) {
        return version(policyVersion);
    }

    /** Whether a version's date has come, also when another has followed it since. */
    boolean isInEffect(CompiledPolicy policy);

    /**
     * The version that is bound to what is accepted now under a contract: the one that the contract names, once its date
     * has come, else the one that was in force when it was entered (A?13), else the one that is; empty when there is none,
     * or this release does not know the named one.
     *
     * @param named by the contract; null when it leaves the version open
     * @param entered when the contract was entered first
     */
    default Optional<CompiledPolicy> binding(String vendor, @Nullable String named, Instant entered) {
        return named == null
                ? versions(vendor).stream()
                        .filter(policy ->
                                isInEffect(policy) && !policy.effectiveFrom().isAfter(entered))
                        .findFirst()
                        .or(() -> current(vendor))
                : version(named).flatMap(policy -> isInEffect(policy) ? Optional.of(policy) : current(vendor));
    }

    /** All versions of a vendor that were set to take effect, newest first. */
    List<CompiledPolicy> versions(String vendor);

    /** Every vendor that has a policy. */
    Set<String> vendors();
}
