package dev.aftersales.claims.contracts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.contracts.PrintedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The models of the vendors' installed bases, each once. */
final class SoldModels {

    private static final int PAGE = 200;

    private final Aggregates<SoldModel> models;
    private final Aggregates<SalesContract> contracts;

    SoldModels(Aggregates<SoldModel> models, Aggregates<SalesContract> contracts) {
        this.models = models;
        this.contracts = contracts;
    }

    /** Keeps what a contract is about to say; repeating it changes nothing. */
    void keep(String vendor, List<String> sold) {
        models.keepAll(sold.stream()
                .map(model -> new SoldModel(vendor, model))
                .distinct()
                .collect(Collectors.toMap(SoldModel::id, Function.identity())));
    }

    /**
     * Models of which a contract of the vendor has units, besides these, in their order; at most so many.
     *
     * @param known in their one form
     */
    List<String> beside(String vendor, Set<String> known, int most) {
        List<String> found = new ArrayList<>();
        List<Stored<SoldModel>> page;
        String last = "";
        do {
            page = models.query(and(eq("vendor", vendor), gt("_id", last)), ascending("_id"), PAGE);
            page.stream()
                    .map(stored -> stored.state().model())
                    .filter(model -> !known.contains(PrintedCode.of(model)) && isSold(vendor, model))
                    .limit(most - found.size())
                    .forEach(found::add);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE && found.size() < most);
        return found;
    }

    private boolean isSold(String vendor, String model) {
        return contracts.count(and(eq("vendor", vendor), eq("models", model)), 1) > 0;
    }
}
