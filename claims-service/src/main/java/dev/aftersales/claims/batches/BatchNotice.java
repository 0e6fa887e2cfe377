package dev.aftersales.claims.batches;

import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;

/**
 * That a customer is told of a batch issue. Its id is made of issue, kind and customer, so that nobody is told twice.
 *
 * @param units of which the customer is told
 */
record BatchNotice(String vendor, String batchIssue, Kind kind, CustomerRef customer, int units) {

    static String idOf(String batchIssue, Kind kind, String customer) {
        return DerivedId.of("bno", batchIssue, kind.name(), customer);
    }
}
