package dev.aftersales.endtoend.ledger;

/** What a caller knows after a request. */
public sealed interface Outcome {

    /** It was answered with 201. */
    record Accepted(String id) implements Outcome {}

    /** It was refused for good (4xx): nothing of it may ever be found. */
    record Refused(int status) implements Outcome {}

    /** 5xx, or no answer at all: it may or may not have happened. */
    record Unknown(String reason) implements Outcome {}
}
