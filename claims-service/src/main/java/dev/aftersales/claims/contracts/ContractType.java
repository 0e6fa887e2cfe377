package dev.aftersales.claims.contracts;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How contracts are kept: one document for each, found by its number and, over an index, by any serial or model in it and
 * by who holds it.
 */
final class ContractType {

    /** There where the installed base knows what the contract says of its units. */
    static final String UNITS_TOLD = "unitsTold";

    static final AggregateType<SalesContract> TYPE = AggregateType.of(
                    "contracts", SalesContract.class, SalesContract::vendor)
            .indexedBy(ContractType::fields)
            .withIndex(Indexes.ascending("vendor", "serials"))
            .withIndex(Indexes.ascending("vendor", "organisation"))
            .withIndex(Indexes.ascending("vendor", "models"))
            .withIndex(Indexes.ascending(UNITS_TOLD, "_id"));

    private ContractType() {}

    private static Map<String, @Nullable Object> fields(SalesContract contract) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("serials", contract.serials());
        fields.put("organisation", contract.organisation());
        fields.put("models", contract.models());
        // A contract of before units were told has no such field either, and so is found with those that have news.
        fields.put(UNITS_TOLD, List.of().equals(contract.untold()) ? true : null);
        return fields;
    }

    /** Numbers are the vendor's own, so two vendors may use the same one. */
    static String id(String vendor, String number) {
        return vendor + "/" + number;
    }
}
