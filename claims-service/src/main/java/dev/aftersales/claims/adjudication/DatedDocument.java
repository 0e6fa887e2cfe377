package dev.aftersales.claims.adjudication;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper with the date that it carries.
 *
 * @param id the paper's own number, for example that of the bill of lading
 * @param state as far as anybody looked; a paper that nobody found fault with is valid
 * @param attributes what else stands on it, for example {@code model}, {@code serial} or barcodes
 * @param evidenceId the file that shows it; absent for a record of the vendor's own
 * @param confirmation who examined it; absent while nobody did
 */
public record DatedDocument(
        DocumentKind kind,
        String id,
        LocalDate date,
        State state,
        Map<String, String> attributes,
        @Nullable String evidenceId,
        @Nullable Confirmation confirmation) {

    // A document that was stored before papers had states and attributes comes back without them.
    @SuppressWarnings("ConstantValue")
    public DatedDocument {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document has a number");
        }
        state = state == null ? State.VALID : state;
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** A paper that nobody found fault with. */
    public DatedDocument(DocumentKind kind, String id, LocalDate date) {
        this(kind, id, date, State.VALID, Map.of(), null, null);
    }

    /** Whether anybody but who brought it can see it: a file shows it, or a person examined it. */
    public boolean isShown() {
        return evidenceId != null || isExamined();
    }

    /** Whether one of the vendor's people looked at it: what they found goes before what it says of itself. */
    public boolean isExamined() {
        return confirmation != null
                && switch (confirmation.by().kind()) {
                    case AGENT, TECHNICIAN, RECORD -> true;
                    case CUSTOMER, CATALOGUE -> false;
                };
    }

    /** Whether it was found not to agree with the product without that anybody examined it. */
    boolean seemsInconsistent() {
        return state == State.INCONSISTENT && !isExamined();
    }

    /** The same in another state. */
    DatedDocument in(State other) {
        return new DatedDocument(kind, id, date, other, attributes, evidenceId, confirmation);
    }

    /** What was found of it. */
    public enum State {
        VALID,
        ALTERED,
        /** It does not agree with the product. */
        INCONSISTENT,
        ILLEGIBLE
    }
}
