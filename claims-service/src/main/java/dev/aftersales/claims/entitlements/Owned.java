package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.agreements.Agreement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that entitlements rest on.
 *
 * @param terms of the sales contract
 * @param agreements about the unit, past and future included
 * @param site where the unit is to be served, as a code of a region; absent when nobody says so
 */
record Owned(
        UnitFacts unit,
        ContractTerms terms,
        List<Agreement> agreements,
        @Nullable String site) {
    Owned {
        agreements = List.copyOf(agreements);
    }
}
