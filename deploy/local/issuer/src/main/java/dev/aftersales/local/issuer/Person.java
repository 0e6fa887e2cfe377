package dev.aftersales.local.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may log in.
 *
 * @param name full name as letters address it
 * @param org the customer company; null for staff
 * @param vendors the tenants that the person works for or buys from
 * @param roles what the person may do there
 * @param locale language of the mails to the person, {@code en} or {@code zh}
 */
record Person(
        String name,
        @Nullable String org,
        List<String> vendors,
        List<String> roles,
        @Nullable String locale) {

    Person {
        if (vendors.isEmpty() || roles.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a vendor and a role");
        }
    }

    /** Someone of several vendors belongs to the platform, not to one of them. */
    String email(String id) {
        String house = org != null ? org : vendors.size() == 1 ? vendors.getFirst() : "platform";
        return id + "@" + house + ".example";
    }

    String language() {
        return locale == null ? "en" : locale;
    }
}
