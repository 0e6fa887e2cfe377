package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.util.List;
import java.util.Optional;

/** Every policy version that the service knows; a claim binds to the one that is current when it is accepted. */
public interface Policies {

    /**
     * The version that a claim accepted now is bound to; empty for a vendor without a policy in force.
     */
    Optional<CompiledPolicy> current(String vendor);

    /** A version by its name, for example {@code A-1}, also one that is no longer current. */
    Optional<CompiledPolicy> version(String policyVersion);

    /** All versions of a vendor, newest first. */
    List<CompiledPolicy> versions(String vendor);
}
