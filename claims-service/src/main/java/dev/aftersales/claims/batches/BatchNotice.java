package dev.aftersales.claims.batches;

import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a customer is told of a batch issue. Its id is made of issue, kind and customer, so that nobody is told twice.
 *
 * @param units of which the customer is told
 * @param withdrawnAt when a person found that the issue is none; absent while nobody did
 */
record BatchNotice(
        String vendor,
        String batchIssue,
        Kind kind,
        CustomerRef customer,
        int units,
        @Nullable Instant withdrawnAt) {

    BatchNotice withdrawn(Instant at) {
        return new BatchNotice(vendor, batchIssue, kind, customer, units, at);
    }

    static String idOf(String batchIssue, Kind kind, String customer) {
        return DerivedId.of("bno", batchIssue, kind.name(), customer);
    }
}
