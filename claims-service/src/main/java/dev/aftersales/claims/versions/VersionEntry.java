package dev.aftersales.claims.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a version.
 *
 * @param by the person's id
 * @param note the reason, where one was given; by which means a customer was told
 * @param customer whom it concerns, where it concerns one: a customer's id, or that of an organisation without any
 */
record VersionEntry(
        Act act,
        String by,
        Instant at,
        @Nullable String note,
        @Nullable String customer) {

    enum Act {
        DRAFTED,
        REPLACED,
        NOTICE_REQUESTED,
        NOTICE_REPEATED,
        /** A customer whom no mail reached, or an organisation without any, was told by other means. */
        CUSTOMER_TOLD,
        ACTIVATED,
        WITHDRAWN,
        SHIPPED
    }
}
