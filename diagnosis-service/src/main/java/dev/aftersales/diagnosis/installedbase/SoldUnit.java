package dev.aftersales.diagnosis.installedbase;

import org.jspecify.annotations.Nullable;

/**
 * A unit that stands under a sales contract.
 *
 * @param lot its production lot; absent where the maker did not tell it
 * @param organisation the customer company that holds the contract
 */
public record SoldUnit(
        String vendor,
        String serial,
        String model,
        @Nullable String lot,
        String contractNumber,
        String organisation) {}
