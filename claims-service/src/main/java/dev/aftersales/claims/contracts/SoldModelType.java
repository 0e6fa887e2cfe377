package dev.aftersales.claims.contracts;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;

/** How the models of installed bases are kept: one document for each, walked by its name. */
final class SoldModelType {

    static final AggregateType<SoldModel> TYPE = AggregateType.of("sold-models", SoldModel.class, SoldModel::vendor)
            .withIndex(Indexes.ascending("vendor", "_id"));

    private SoldModelType() {}
}
