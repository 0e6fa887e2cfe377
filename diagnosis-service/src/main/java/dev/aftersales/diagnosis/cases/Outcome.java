package dev.aftersales.diagnosis.cases;

import java.util.List;

/** What becomes of a technician's command. */
sealed interface Outcome {

    /** Done; or done before by the very same command. */
    record Accepted(DiagnosisCase now) implements Outcome {}

    /** Not done, and why. */
    sealed interface Refusal extends Outcome {}

    /** The command does not fit the state that the case is in. */
    record WrongState(Stage stage) implements Refusal {}

    /** Another technician was faster. */
    record AlreadyTaken(String by) implements Refusal {}

    /** The case is in the hands of another technician. */
    record NotYourCase() implements Refusal {}

    /** Lines that are not open in this case. */
    record UnknownLines(List<Integer> lines) implements Refusal {}

    /** Lines that are concluded more than once. */
    record RepeatedLines(List<Integer> lines) implements Refusal {}

    /** Open lines without a conclusion. */
    record MissingLines(List<Integer> lines) implements Refusal {}

    /**
     * Lines whose cause the claim's policy version does not have.
     *
     * @param causes those that it has
     */
    record UnknownCauses(List<Integer> lines, List<String> named, List<String> causes) implements Refusal {}

    /** Lines to be cured by parts, without parts. */
    record PartsNeeded(List<Integer> lines) implements Refusal {}
}
