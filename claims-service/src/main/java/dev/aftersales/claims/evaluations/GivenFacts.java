package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Consented;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.Ruling;
import dev.aftersales.claims.adjudication.UnitAgreement;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the facts out of a body whose fields are each in order, and checks what no single field shows. */
final class GivenFacts {

    // No policy of this suite was in force before, and none of its terms reaches further; engines of dates end later.
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST_YEARS = 100;

    /** Nobody in particular: whoever gives facts without a claim answers for all of them. */
    private static final String SOMEBODY = "dry-run";

    private final FactsBody body;
    private final List<Map<String, String>> errors = new ArrayList<>();

    private GivenFacts(FactsBody body) {
        this.body = body;
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 400 that names every field that is wrong */
    static Facts of(FactsBody body) {
        GivenFacts given = new GivenFacts(body);
        Facts facts = given.facts();
        if (!given.errors.isEmpty()) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail("Something in the facts breaks a rule.")
                    .with("errors", given.errors)
                    .exception();
        }
        return facts;
    }

    private Facts facts() {
        Instant submitted = checked("facts.submittedAt", body.submittedAt());
        LocalDate fault = body.faultDate();
        Map<String, Consented> consents = new HashMap<>();
        orNone(body.consents())
                .forEach((item, consent) -> consents.put(
                        item,
                        new Consented(
                                consent.version(),
                                SOMEBODY,
                                at("facts.consents." + item + ".at", consent.at(), submitted),
                                consent.state(),
                                consent.detail())));
        List<LineFacts> lines = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < body.lines().size(); i++) {
            FactsBody.LineBody line = body.lines().get(i);
            int number = line.line() == null ? i + 1 : line.line();
            if (!numbers.add(number)) {
                add("facts.lines[" + i + "].line", "distinct", "another line has the number " + number);
            }
            lines.add(line("facts.lines[" + i + "]", number, line, submitted));
        }
        Confirmation said = new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, SOMEBODY), submitted);
        Map<String, Confirmation> unavailable = new HashMap<>();
        orNone(body.unavailable()).forEach(item -> unavailable.put(item, said));
        return new Facts(
                submitted,
                SOMEBODY,
                body.contractNumber(),
                Objects.requireNonNullElse(body.contractKnown(), body.contractNumber() != null),
                body.model(),
                !Boolean.FALSE.equals(body.faultDescribed()),
                fault == null ? null : checked("facts.faultDate", fault),
                body.declaredCause(),
                body.channel(),
                body.site(),
                consents,
                unavailable,
                orNone(body.evidence()).stream()
                        .map(item -> new EvidenceItem(item.id(), item.kind()))
                        .toList(),
                terms(body.contractTerms()),
                lines);
    }

    private ContractTerms terms(FactsBody.@Nullable TermsBody terms) {
        if (terms == null) {
            return ContractTerms.NONE;
        }
        Period term = terms.term();
        if (term != null && (term.isNegative() || term.isZero() || isLongerThanAnyTerm(term))) {
            add("facts.contractTerms.term", "period", "must be more than nothing and at most P" + LONGEST_YEARS + "Y");
            term = null;
        }
        return new ContractTerms(
                term, orNone(terms.excludedCauses()), Set.copyOf(orNone(terms.onSite())), orNone(terms.charges()));
    }

    private static boolean isLongerThanAnyTerm(Period term) {
        return term.getYears() > LONGEST_YEARS
                || term.getMonths() > LONGEST_YEARS * 12
                || term.getDays() > LONGEST_YEARS * 366;
    }

    private LineFacts line(String field, int number, FactsBody.LineBody line, Instant submitted) {
        FactsBody.UnitBody unit = line.unit();
        FactsBody.DiagnosisBody diagnosis = line.diagnosis();
        List<FactsBody.RulingBody> rulings = orNone(line.rulings());
        List<Ruling> upheld = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            upheld.add(new Ruling(
                    rulings.get(i).clauses(),
                    SOMEBODY,
                    at(field + ".rulings[" + i + "].at", rulings.get(i).at(), lastOf(line, submitted))));
        }
        return new LineFacts(
                number,
                line.serial() == null && unit != null ? unit.serial() : line.serial(),
                unit == null ? null : unit(field + ".unit", unit, line.serial()),
                documents(field, line.documents()),
                line.component(),
                orNone(line.attributes()),
                diagnosis == null ? null : diagnosis(field + ".diagnosis", diagnosis, submitted),
                reviews(field, line, submitted),
                upheld);
    }

    private List<Review> reviews(String field, FactsBody.LineBody line, Instant submitted) {
        List<Review> given = new ArrayList<>();
        FactsBody.ReviewBody only = line.review();
        if (only != null) {
            given.add(review(field + ".review", only, lastOf(line, submitted)));
        }
        List<FactsBody.ReviewBody> several = orNone(line.reviews());
        for (int i = 0; i < several.size(); i++) {
            given.add(review(field + ".reviews[" + i + "]", several.get(i), lastOf(line, submitted)));
        }
        given.sort(Comparator.comparing(Review::at));
        return given;
    }

    private Review review(String field, FactsBody.ReviewBody review, Instant last) {
        return new Review(
                SOMEBODY, review.outcome(), SOMEBODY, at(field + ".at", review.at(), last), orNone(review.clauses()));
    }

    /** A review without a time settles every doubt that there is. */
    private static Instant lastOf(FactsBody.LineBody line, Instant submitted) {
        FactsBody.DiagnosisBody diagnosis = line.diagnosis();
        Instant concluded = diagnosis == null ? null : diagnosis.concludedAt();
        return concluded == null || concluded.isBefore(submitted) ? submitted : concluded;
    }

    private UnitFacts unit(String field, FactsBody.UnitBody unit, @Nullable String serialOfLine) {
        String serial = unit.serial() != null ? unit.serial() : serialOfLine;
        if (serial == null) {
            add(field + ".serial", "needed", "a unit that is known has a serial: name it here or on the line");
            serial = "";
        }
        return new UnitFacts(
                serial,
                unit.model(),
                unit.itemClass(),
                orNone(unit.attributes()),
                documents(field, unit.documents()),
                agreements(field, unit.agreements()));
    }

    private List<UnitAgreement> agreements(String field, @Nullable List<FactsBody.AgreementBody> agreements) {
        List<UnitAgreement> agreed = new ArrayList<>();
        for (FactsBody.AgreementBody agreement : orNone(agreements)) {
            String place = field + ".agreements[" + agreed.size() + "]";
            LocalDate from = checked(place + ".from", agreement.from());
            LocalDate until = agreement.until() == null ? null : checked(place + ".until", agreement.until());
            if (until != null && until.isBefore(from)) {
                add(place + ".until", "order", "an agreement ends no sooner than it begins");
            }
            agreed.add(new UnitAgreement(
                    Objects.requireNonNullElse(
                            agreement.number(), agreement.kind().name()),
                    agreement.kind(),
                    from,
                    until));
        }
        return agreed;
    }

    private List<DatedDocument> documents(String field, @Nullable List<FactsBody.DocumentBody> documents) {
        List<DatedDocument> papers = new ArrayList<>();
        for (FactsBody.DocumentBody document : orNone(documents)) {
            String place = field + ".documents[" + papers.size() + "]";
            FactsBody.ConfirmationBody confirmation = document.confirmation();
            papers.add(new DatedDocument(
                    document.kind(),
                    document.id() == null || document.id().isBlank()
                            ? document.kind().name()
                            : document.id(),
                    checked(place + ".date", document.date()),
                    Objects.requireNonNullElse(document.state(), DatedDocument.State.VALID),
                    orNone(document.attributes()),
                    document.evidenceId(),
                    confirmation == null
                            ? null
                            : new Confirmation(
                                    confirmer(confirmation.by()),
                                    checked(place + ".confirmation.at", confirmation.at()))));
        }
        return papers;
    }

    private Diagnosis diagnosis(String field, FactsBody.DiagnosisBody diagnosis, Instant submitted) {
        return new Diagnosis(
                diagnosis.cause(),
                diagnosis.causeConfirmed(),
                diagnosis.confirmedBy() == null
                        ? new Confirmer(Confirmer.Kind.TECHNICIAN, SOMEBODY)
                        : confirmer(diagnosis.confirmedBy()),
                at(field + ".concludedAt", diagnosis.concludedAt(), submitted),
                Objects.requireNonNullElse(diagnosis.faultClass(), FaultClass.SIMPLE),
                Objects.requireNonNullElse(diagnosis.disposition(), Route.PARTS),
                orNone(diagnosis.findings()),
                orNone(diagnosis.observations()),
                diagnosis.component());
    }

    private static Confirmer confirmer(FactsBody.ConfirmerBody confirmer) {
        return new Confirmer(confirmer.kind(), confirmer.id());
    }

    private Instant at(String field, @Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : checked(field, given);
    }

    private Instant checked(String field, Instant instant) {
        if (instant.isBefore(EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC))
                || instant.isAfter(LATEST.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            outOfTime(field);
            return Instant.EPOCH;
        }
        return instant;
    }

    private LocalDate checked(String field, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            outOfTime(field);
            return LocalDate.EPOCH;
        }
        return date;
    }

    private void outOfTime(String field) {
        add(field, "range", "must be from " + EARLIEST + " to " + LATEST);
    }

    private void add(String field, String rule, String detail) {
        errors.add(Map.of("field", field, "rule", rule, "detail", detail));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <K, V> Map<K, V> orNone(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
