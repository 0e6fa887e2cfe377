package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;

/** Tells each refusal as its problem. */
final class Refusals {

    private Refusals() {}

    /**
     * The issue as it now stands.
     *
     * @throws ProblemException when the command was refused
     */
    static BatchIssue accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted.now();
            case Outcome.WrongState wrong ->
                throw Problem.status(409)
                        .type("wrong-state")
                        .title("The batch issue is in another state")
                        .detail(next(wrong.state()))
                        .with("state", wrong.state())
                        .exception();
        };
    }

    private static String next(IssueState state) {
        return switch (state) {
            case DETECTED ->
                "Nobody has started the emergency plan; post the plan next. What is no batch issue is closed without one:"
                        + " post the resolution with the kind NO_BATCH_ISSUE.";
            case PLAN_INITIATED -> "The emergency plan is under way; post the containment next, when its step is done.";
            case CONTAINED -> "The batch is contained; post the resolution next, which closes the issue.";
            case RESOLVED ->
                "The issue is closed, and nothing more can be done to it. Units that fail from now on may"
                        + " become another one.";
        };
    }
}
