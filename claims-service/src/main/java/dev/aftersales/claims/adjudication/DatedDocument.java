package dev.aftersales.claims.adjudication;

import java.time.LocalDate;

/**
 * A paper with the date that it carries.
 *
 * @param id the paper's own number, for example that of the bill of lading
 */
public record DatedDocument(DocumentKind kind, String id, LocalDate date) {
    public DatedDocument {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document has a number");
        }
    }
}
