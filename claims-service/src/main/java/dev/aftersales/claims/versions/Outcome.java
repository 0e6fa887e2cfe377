package dev.aftersales.claims.versions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What became of a wish to change a version. */
sealed interface Outcome {

    /** It was done, or had been. */
    record Done(PolicyVersion version) implements Outcome {}

    /** The vendor has no such version. */
    record Unknown() implements Outcome {}

    /** The pack is wrong: file, place and rule of each error. */
    record Wrong(List<Map<String, Object>> errors) implements Outcome {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /** A version of that name is there already. */
    record Taken(String version) implements Outcome {}

    /** Somebody changed the draft meanwhile. */
    record Stale(int revision) implements Outcome {}

    /** Nobody has asked to tell that customer of the version. */
    record NotAsked() implements Outcome {}

    /** A mail to the customer is under way; nothing changed. */
    record MailUnderWay() implements Outcome {}

    /** The version has gone beyond what was wished. */
    record TooLate(Stage stage) implements Outcome {}

    /** The version cannot be given up any more: it takes effect too soon, or has. */
    record TakesEffect(Instant effectiveFrom) implements Outcome {}

    /** The version cannot be given up as long as another is set to take effect after it. */
    record Followed() implements Outcome {}

    /** The policy, or the order of its versions, does not allow it. */
    record Refused(List<Refusal> refusals) implements Outcome {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
