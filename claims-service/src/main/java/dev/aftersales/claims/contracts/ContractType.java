package dev.aftersales.claims.contracts;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.Map;

/**
 * How contracts are kept: one document for each, found by its number and, over an index, by any serial or model in it and
 * by who holds it.
 */
final class ContractType {

    static final AggregateType<SalesContract> TYPE = AggregateType.of(
                    "contracts", SalesContract.class, SalesContract::vendor)
            .indexedBy(contract -> Map.of(
                    "serials",
                    contract.serials(),
                    "organisation",
                    contract.organisation(),
                    "models",
                    contract.models()))
            .withIndex(Indexes.ascending("vendor", "serials"))
            .withIndex(Indexes.ascending("vendor", "organisation"))
            .withIndex(Indexes.ascending("vendor", "models"));

    private ContractType() {}

    /** Numbers are the vendor's own, so two vendors may use the same one. */
    static String id(String vendor, String number) {
        return vendor + "/" + number;
    }
}
