package dev.aftersales.chassis.deadletters;

import java.time.Instant;

/** What came of an order to redrive or to skip a letter. */
sealed interface Outcome {

    /**
     * Done.
     *
     * @param unparked how many parked ones behind it were handled too
     * @param parked how many are left parked: they follow by themselves unless one of them fails
     */
    record Done(DeadLetter letter, int unparked, long parked) implements Outcome {}

    /** It was tried, and failed again. */
    record FailedAgain(DeadLetter letter) implements Outcome {}

    /** It is not dead (any more). */
    record NotDead(DeadLetter letter) implements Outcome {}

    /** An earlier one of the same aggregate is to be settled first. */
    record NotFirst(DeadLetter letter, String first) implements Outcome {}

    /** Somebody else has it in hand, until then at the latest. */
    record InHand(DeadLetter letter, Instant until) implements Outcome {}

    /** It failed so often that it is tried again only where a person insists. */
    record TooOften(DeadLetter letter) implements Outcome {}
}
