package dev.aftersales.diagnosis.catalogue;

import java.util.List;

/**
 * Why the catalogue may not answer.
 *
 * @param lines that the reason concerns
 */
public record PersonNeeded(Reason reason, List<Integer> lines) {

    public PersonNeeded {
        lines = List.copyOf(lines);
    }

    /** What is missing for an answer without a person. */
    public enum Reason {
        /** The vendor's catalogue does not have the fault code. */
        CODE_UNKNOWN,
        /** The catalogue has the code, but for other models. */
        MODEL_NOT_LISTED,
        /** The entry presumes a cause that the claim's policy version does not have. */
        CAUSE_UNKNOWN,
        /** The parts of the line are worth more than the entry's cap. */
        OVER_VALUE_CAP,
        /** The serial went through on this code as often as it may. */
        LIMIT_REACHED,
        /** Nobody can say how often a unit without serial went through. */
        NO_SERIAL
    }
}
