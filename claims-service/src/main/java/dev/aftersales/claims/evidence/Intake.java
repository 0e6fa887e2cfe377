package dev.aftersales.claims.evidence;

/** What became of an upload. */
sealed interface Intake {

    /** Stored. */
    record Taken(String id, Content content) implements Intake {}

    /** No file, an empty one, or more than one. */
    record NotOneFile(String reason) implements Intake {}

    /** Not a kind of photo or video that is taken in. */
    record NotTaken() implements Intake {}

    /** @param limit of the bytes that the headers of a part have, of which only the file's name is ever long */
    record NameTooLong(long limit) implements Intake {}

    /** @param limit in bytes */
    record TooLarge(long limit) implements Intake {}
}
