package dev.aftersales.diagnosis.batches;

import dev.aftersales.diagnosis.installedbase.SoldUnit;
import org.jspecify.annotations.Nullable;

/**
 * A unit at risk, and who has it.
 *
 * @param lot absent where the maker did not tell it
 * @param organisation the customer company that holds the contract
 * @param perhapsFailed whether it may be one of those that failed without a serial
 */
record SisterUnitView(
        String serial,
        String model,
        @Nullable String lot,
        String contractNumber,
        String organisation,
        boolean perhapsFailed) {

    static SisterUnitView of(IssueFile issue, SoldUnit unit) {
        String holder = issue.group().contractHolder();
        boolean perhaps = issue.unverified() > 0 && (holder == null || holder.equals(unit.organisation()));
        return new SisterUnitView(
                unit.serial(), unit.model(), unit.lot(), unit.contractNumber(), unit.organisation(), perhaps);
    }
}
