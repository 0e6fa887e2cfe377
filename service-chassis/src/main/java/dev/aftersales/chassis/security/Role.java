package dev.aftersales.chassis.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who somebody is to the suite (design, section 8). */
public enum Role {
    CUSTOMER,
    ACCOUNT_MANAGER,
    AGENT,
    TECHNICIAN,
    INSPECTOR,
    WAREHOUSE,
    FINANCE,
    POLICY_ADMIN,
    VENDOR_OPS,
    PLATFORM_OPS,
    PARTNER,
    /** A fellow service of the suite, by client credentials. */
    SERVICE;

    /** As it stands in a token: {@code account-manager}. */
    public String tokenName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that token name; empty for a name that the suite does not know. */
    public static Optional<Role> named(String tokenName) {
        return Arrays.stream(values())
                .filter(role -> role.tokenName().equals(tokenName))
                .findFirst();
    }
}
