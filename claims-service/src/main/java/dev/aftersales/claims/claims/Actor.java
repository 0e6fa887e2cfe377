package dev.aftersales.claims.claims;

import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;

/**
 * Who did something to a claim.
 *
 * @param id of the person, of the catalogue entry, or the name of the service
 */
public record Actor(Kind kind, String id) {

    /** In what office. */
    public enum Kind {
        CUSTOMER,
        ACCOUNT_MANAGER,
        AGENT,
        TECHNICIAN,
        CATALOGUE,
        POLICY,
        DIAGNOSIS,
        LOGISTICS,
        NOTIFICATION
    }

    /** The policy, where the engine judged without a person. */
    static Actor policy(String version) {
        return new Actor(Kind.POLICY, version);
    }

    /** The caller of a route. */
    static Actor of(Caller caller) {
        Kind kind = caller.is(Role.AGENT)
                ? Kind.AGENT
                : caller.is(Role.ACCOUNT_MANAGER) ? Kind.ACCOUNT_MANAGER : Kind.CUSTOMER;
        return new Actor(kind, caller.person());
    }
}
