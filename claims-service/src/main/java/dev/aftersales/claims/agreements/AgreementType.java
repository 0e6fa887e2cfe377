package dev.aftersales.claims.agreements;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.Map;

/** How agreements are kept: one document for each, found by its number and, over an index, by its contract. */
final class AgreementType {

    static final AggregateType<Agreement> TYPE = AggregateType.of("agreements", Agreement.class, Agreement::vendor)
            .indexedBy(agreement -> Map.of("contract", agreement.contract()))
            .withIndex(Indexes.ascending("vendor", "contract", "_id"));

    private AgreementType() {}

    /** Numbers are the vendor's own, so two vendors may use the same one. */
    static String id(String vendor, String number) {
        return vendor + "/" + number;
    }
}
