package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import java.util.List;

/** Tells each refusal as its problem. */
final class Refusals {

    private Refusals() {}

    /**
     * The case as it now stands.
     *
     * @throws ProblemException when the command was refused
     */
    static DiagnosisCase accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted.now();
            case Outcome.Refusal refusal -> throw problem(refusal).exception();
        };
    }

    private static Problem problem(Outcome.Refusal refusal) {
        return switch (refusal) {
            case Outcome.WrongState wrong ->
                Problem.status(409)
                        .type("wrong-state")
                        .title("The case is in another state")
                        .detail(next(wrong.stage()))
                        .with("state", wrong.stage());
            case Outcome.AlreadyTaken taken ->
                Problem.status(409)
                        .type("already-taken")
                        .title("Another technician has the case")
                        .detail("Take another case, or ask " + taken.by() + " to give this one back.")
                        .with("takenBy", taken.by());
            case Outcome.NotYourCase not ->
                Problem.status(409)
                        .type("not-your-case")
                        .title("Another technician has the case")
                        .detail("Only the technician who took a case may conclude it or give it back.");
            case Outcome.UnknownLines unknown ->
                lines(
                        "unknown-line",
                        "The case has no such open line",
                        "Conclude the open lines of the case only.",
                        unknown.lines());
            case Outcome.RepeatedLines repeated ->
                lines(
                        "repeated-line",
                        "A line is concluded more than once",
                        "Conclude each open line exactly once.",
                        repeated.lines());
            case Outcome.MissingLines missing ->
                lines(
                        "missing-line",
                        "A line is without conclusion",
                        "Conclude every open line of the case.",
                        missing.lines());
            case Outcome.UnknownCauses unknown ->
                lines(
                                "unknown-cause",
                                "The claim's policy does not have this cause",
                                "The policy version of the claim knows no cause " + String.join(", ", unknown.named())
                                        + ". Take one of causes; UNKNOWN where nobody found it.",
                                unknown.lines())
                        .with("causes", unknown.causes());
            case Outcome.PartsNeeded needed ->
                lines(
                        "parts-needed",
                        "A line is to be cured by parts, without parts",
                        "Name the parts, or another disposition.",
                        needed.lines());
        };
    }

    private static Problem lines(String type, String title, String detail, List<Integer> lines) {
        return Problem.status(422)
                .type(type)
                .title(title)
                .detail(detail)
                .with("field", "lines")
                .with("lines", lines);
    }

    private static String next(Stage stage) {
        return switch (stage) {
            case QUEUED -> "Nobody has taken the case; take it first.";
            case TAKEN -> "A technician has the case.";
            case CONCLUDED -> "The case is concluded; nothing more can be said of it.";
        };
    }
}
