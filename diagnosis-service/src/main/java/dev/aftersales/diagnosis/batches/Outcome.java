package dev.aftersales.diagnosis.batches;

/** What becomes of a person's command on a batch issue. */
sealed interface Outcome {

    /** Done; or done before by the very same command. */
    record Accepted(BatchIssue now) implements Outcome {}

    /** The command does not fit the state that the issue is in. */
    record WrongState(IssueState state) implements Outcome {}
}
