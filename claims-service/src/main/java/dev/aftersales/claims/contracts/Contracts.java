package dev.aftersales.claims.contracts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Stored;
import java.util.Optional;

/** The sales contracts of all vendors. */
public final class Contracts {

    private final Aggregates<SalesContract> contracts;

    Contracts(Aggregates<SalesContract> contracts) {
        this.contracts = contracts;
    }

    /** The contract of that number, whoever holds it: whether the asker may know it is the asker's check. */
    public Optional<SalesContract> find(String vendor, String number) {
        return contracts.find(ContractType.id(vendor, number)).map(Stored::state);
    }

    /** The contract under which that unit was sold. */
    public Optional<SalesContract> ofUnit(String vendor, String serial) {
        return contracts.query(and(eq("vendor", vendor), eq("serials", serial)), ascending("_id"), 1).stream()
                .findFirst()
                .map(Stored::state);
    }
}
