package dev.aftersales.gateway.routes;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** Both: those who run the platform look into what customers and staff see, too. */
    PEOPLE_AND_OPERATIONS(PEOPLE, OPERATIONS),
    /** Partners' machines. */
    PARTNERS("partner");

    private final Set<String> roles;

    Admission(String... roles) {
        this.roles = Set.of(roles);
    }

    Admission(Admission one, Admission other) {
        this.roles = Stream.of(one, other).flatMap(each -> each.roles.stream()).collect(Collectors.toUnmodifiableSet());
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
