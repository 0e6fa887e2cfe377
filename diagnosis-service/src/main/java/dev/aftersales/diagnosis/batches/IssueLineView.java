package dev.aftersales.diagnosis.batches;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a claim that counts in a batch issue.
 *
 * @param claim its id
 * @param serial absent where it is a quantity, or not known yet: its units are not verified
 */
record IssueLineView(String claim, int line, @Nullable String serial, int quantity, Instant claimedAt) {

    static IssueLineView of(IssueLine line) {
        return new IssueLineView(line.claimId(), line.line(), line.serial(), line.quantity(), line.claimedAt());
    }
}
