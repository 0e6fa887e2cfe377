package dev.aftersales.claims.agreements;

import dev.aftersales.chassis.aggregate.AggregatesFactory;

/** The agreements of a store without an application around it. */
public record StoredAgreements(Agreements agreements) {

    public StoredAgreements(AggregatesFactory factory) {
        this(new Agreements(factory.of(AgreementType.TYPE)));
    }
}
