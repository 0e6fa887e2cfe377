package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Settled;
import dev.aftersales.claims.adjudication.rules.Term;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how long cover lasts, and from when. */
final class TermReader {

    private TermReader() {}

    static Term term(PackSection section, PackNames names) {
        Settled<Period> length = section.has("length") ? section.settled("length", section::period) : null;
        PackSection faultInTerm = section.optionalSection("faultInTerm");
        String lateReading = null;
        if (faultInTerm != null) {
            lateReading = names.reading(faultInTerm, "reading");
            faultInTerm.end();
        }
        Term term = new Term(
                names.clause(section, "clause"),
                names.clause(section, "expired"),
                length == null ? null : length.value(),
                length == null ? null : length.reading(),
                byProduct(section, names),
                anchors(section, names),
                section.has("ofSeveral") ? names.reading(section, "ofSeveral") : null,
                section.text("missingItem"),
                section.has("missingReading") ? names.reading(section, "missingReading") : null,
                lateReading,
                extendedBy(section, names),
                names.basis(section.section("quote")));
        section.end();
        return term;
    }

    private static Term.@Nullable ByProduct byProduct(PackSection term, PackNames names) {
        PackSection section = term.optionalSection("byProduct");
        if (section == null) {
            return null;
        }
        PackSection components = section.optionalSection("components");
        Basis byComponent = components == null ? null : names.basis(components);
        Term.ByProduct byProduct =
                new Term.ByProduct(names.clause(section, "clause"), names.optionalReading(section), byComponent);
        section.end();
        return byProduct;
    }

    private static Term.@Nullable Extension extendedBy(PackSection term, PackNames names) {
        PackSection section = term.optionalSection("extendedBy");
        if (section == null) {
            return null;
        }
        Term.Extension extension = new Term.Extension(
                section.oneOf(AgreementKind.class, "agreement"),
                names.clause(section, "clause"),
                names.optionalReading(section));
        section.end();
        return extension;
    }

    private static List<Term.Anchor> anchors(PackSection term, PackNames names) {
        Set<DocumentKind> seen = new HashSet<>();
        List<Term.Anchor> anchors = new ArrayList<>();
        for (PackSection section : term.sections("anchors")) {
            DocumentKind document = section.oneOf(DocumentKind.class, "document");
            if (!seen.add(document)) {
                throw section.error("document", "'" + document + "' stands in the chain twice");
            }
            anchors.add(new Term.Anchor(
                    document,
                    names.optionalClause(section, "clause"),
                    names.optionalReading(section),
                    invalid(section, names),
                    notAfter(section, names)));
            section.end();
        }
        return anchors;
    }

    private static Term.@Nullable Invalid invalid(PackSection anchor, PackNames names) {
        PackSection section = anchor.optionalSection("invalid");
        if (section == null) {
            return null;
        }
        Term.Invalid invalid = new Term.Invalid(
                section.someOf(DatedDocument.State.class, "states"),
                section.has("agreesIn") ? section.texts("agreesIn") : List.of(),
                names.clause(section, "clause"),
                names.optionalReading(section));
        section.end();
        return invalid;
    }

    private static Term.@Nullable NotAfter notAfter(PackSection anchor, PackNames names) {
        PackSection section = anchor.optionalSection("notAfter");
        if (section == null) {
            return null;
        }
        Term.NotAfter notAfter = new Term.NotAfter(
                section.oneOf(DocumentKind.class, "document"),
                names.clause(section, "clause"),
                names.optionalReading(section));
        section.end();
        return notAfter;
    }
}
