package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.installedbase.SoldUnit;
import org.jspecify.annotations.Nullable;

/**
 * A unit at risk, and who has it.
 *
 * @param lot absent where the maker did not tell it
 * @param organisation the customer company that holds the contract
 */
record SisterUnitView(String serial, String model, @Nullable String lot, String contractNumber, String organisation) {

    static SisterUnitView of(SoldUnit unit) {
        return new SisterUnitView(unit.serial(), unit.model(), unit.lot(), unit.contractNumber(), unit.organisation());
    }
}
