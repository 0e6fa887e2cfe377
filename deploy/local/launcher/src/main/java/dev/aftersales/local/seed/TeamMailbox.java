package dev.aftersales.local.seed;

import java.util.List;
import java.util.Map;

/**
 * Where those of a vendor who have a role read what is written to them.
 *
 * @param role as the public API names it
 * @param name of the mailbox, before the {@code @}
 */
record TeamMailbox(String role, String name) {

    /** Of every role that is written to. */
    static final List<TeamMailbox> ALL = List.of(
            new TeamMailbox("agent", "agents"),
            new TeamMailbox("technician", "technicians"),
            new TeamMailbox("warehouse", "warehouse"),
            new TeamMailbox("account-manager", "account-managers"),
            new TeamMailbox("vendor-ops", "operations"),
            new TeamMailbox("policy-admin", "policy-admins"));

    /** What is put as the mailbox of that vendor. */
    Map<String, Object> body(String vendor) {
        return Map.of("address", name + "@" + vendor + ".example", "language", "en");
    }
}
