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
        @Nullable String lot) {}
