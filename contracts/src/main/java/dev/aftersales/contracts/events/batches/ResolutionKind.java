package dev.aftersales.contracts.events.batches;

/** As what a batch issue was closed. */
public enum ResolutionKind {
    /** The batch was contained, and what was wrong is put right. */
    REMEDIED,
    /** A person found that it was none: the units are not alike, did not fail, or do not exist. */
    NO_BATCH_ISSUE
}
