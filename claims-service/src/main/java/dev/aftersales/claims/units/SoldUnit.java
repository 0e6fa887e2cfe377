package dev.aftersales.claims.units;

import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.contracts.SalesContract;

/** A unit with the contract under which it was sold. */
public record SoldUnit(SalesContract contract, UnitFacts unit) {}
