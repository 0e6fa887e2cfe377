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
        WAREHOUSE,
        FINANCE,
        VENDOR_OPS,
        CATALOGUE,
        POLICY,
        DIAGNOSIS,
        LOGISTICS,
        NOTIFICATION,
        PARTNER
    }

    /** The policy, where the engine judged without a person. */
    static Actor policy(String version) {
        return new Actor(Kind.POLICY, version);
    }

    /** The caller of a route. */
    static Actor of(Caller caller) {
        return new Actor(kind(caller), caller.person());
    }

    private static Kind kind(Caller caller) {
        if (caller.is(Role.AGENT)) {
            return Kind.AGENT;
        }
        if (caller.is(Role.ACCOUNT_MANAGER)) {
            return Kind.ACCOUNT_MANAGER;
        }
        if (caller.is(Role.TECHNICIAN)) {
            return Kind.TECHNICIAN;
        }
        if (caller.is(Role.WAREHOUSE)) {
            return Kind.WAREHOUSE;
        }
        return caller.is(Role.VENDOR_OPS) ? Kind.VENDOR_OPS : caller.is(Role.FINANCE) ? Kind.FINANCE : Kind.CUSTOMER;
    }
}
