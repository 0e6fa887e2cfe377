package dev.aftersales.notifications.teams;

import dev.aftersales.contracts.events.claims.Addressee;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Those of a vendor who have a role; one mailbox reaches them all. */
public enum Team {
    AGENT,
    TECHNICIAN,
    WAREHOUSE,
    ACCOUNT_MANAGER,
    VENDOR_OPS,
    POLICY_ADMIN;

    /** As the role stands in addresses and in tokens: {@code account-manager}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The team of that id; empty for a role that has no mailbox. */
    static Optional<Team> named(String id) {
        return Arrays.stream(values()).filter(team -> team.id().equals(id)).findFirst();
    }

    /** The team that an event names; empty when it names the customer. */
    public static Optional<Team> of(Addressee addressee) {
        return switch (addressee) {
            case CUSTOMER -> Optional.empty();
            case AGENT -> Optional.of(AGENT);
            case TECHNICIAN -> Optional.of(TECHNICIAN);
            case WAREHOUSE -> Optional.of(WAREHOUSE);
            case ACCOUNT_MANAGER -> Optional.of(ACCOUNT_MANAGER);
            case VENDOR_OPS -> Optional.of(VENDOR_OPS);
        };
    }
}
