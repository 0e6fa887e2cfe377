package dev.aftersales.contracts.events.radar;

import org.jspecify.annotations.Nullable;

/**
 * What the units of a group have in common. What the rule does not ask for, or nobody knows, is absent.
 *
 * @param contractHolder the organisation that the claims come from
 * @param faultFamily of the vendor's fault catalogue
 * @param lot the production lot
 */
public record UnitGroup(
        @Nullable String contractHolder,
        @Nullable String model,
        @Nullable String faultFamily,
        @Nullable String lot) {

    /**
     * Whether units of both failed alike, wherever they are from: they are of one model and fault family. What one of them
     * does not name may be any: a rule that asks for no family counts units of each.
     */
    public boolean isLike(UnitGroup other) {
        return agree(model, other.model) && agree(faultFamily, other.faultFamily);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
