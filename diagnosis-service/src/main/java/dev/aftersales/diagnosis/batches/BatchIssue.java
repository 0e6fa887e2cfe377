package dev.aftersales.diagnosis.batches;

/** A batch issue, in one of its states. Only legal transitions are methods of the states. */
sealed interface BatchIssue permits Detected, PlanInitiated, Contained, Resolved {

    IssueFile file();

    /** The issue in the same state, knowing this instead. */
    BatchIssue with(IssueFile now);
}
