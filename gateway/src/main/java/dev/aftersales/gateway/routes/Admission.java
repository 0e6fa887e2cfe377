package dev.aftersales.gateway.routes;

import java.util.Collection;
import java.util.Set;

/**
 * Whom a family of routes admits (design, section 8). The gateway keeps whole families apart; which role may do what
 * within one, each service decides itself.
 */
public enum Admission {
    /** Customers and the vendors' staff. */
    PEOPLE(
            "customer",
            "account-manager",
            "agent",
            "technician",
            "inspector",
            "warehouse",
            "finance",
            "policy-admin",
            "vendor-ops"),
    /** Those who run the platform. */
    OPERATIONS("platform-ops"),
    /** Partners' machines. */
    PARTNERS("partner");

    private final Set<String> roles;

    Admission(String... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether a caller with these roles is let through. A partner's machine stays a partner, whatever else it is given. */
    public boolean admits(Collection<String> held) {
        return (this == PARTNERS || !PARTNERS.isHeldIn(held)) && isHeldIn(held);
    }

    private boolean isHeldIn(Collection<String> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** The roles it admits, as tokens name them. */
    public Set<String> roles() {
        return roles;
    }
}
