package dev.aftersales.diagnosis.batches;

/** The name of a batch issue's state, as queries and the API use it. */
enum IssueState {
    DETECTED,
    PLAN_INITIATED,
    CONTAINED,
    RESOLVED;

    static IssueState of(BatchIssue issue) {
        return switch (issue) {
            case Detected detected -> DETECTED;
            case PlanInitiated initiated -> PLAN_INITIATED;
            case Contained contained -> CONTAINED;
            case Resolved resolved -> RESOLVED;
        };
    }
}
