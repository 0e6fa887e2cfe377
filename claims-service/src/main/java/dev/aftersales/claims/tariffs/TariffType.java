package dev.aftersales.claims.tariffs;

import dev.aftersales.chassis.aggregate.AggregateType;

/** How tariffs are kept: one document for each, found by its id. */
final class TariffType {

    static final AggregateType<Tariff> TYPE = AggregateType.of("tariffs", Tariff.class, Tariff::vendor);

    private TariffType() {}

    /** Codes are the vendor's own, so two vendors may use the same one. */
    static String id(String vendor, String code) {
        return vendor + "/" + code;
    }
}
