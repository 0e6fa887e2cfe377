package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line under any policy: a unit with papers of 2025-03-14, claimed with all that the five policies ask for on
 * 2025-06-05, unless a test says otherwise.
 */
final class GivenLine {

    static final Instant DIAGNOSED = Instant.parse("2025-06-10T09:00:00Z");

    /** After whatever else there is. */
    private static final Instant DECIDED = Instant.parse("2032-01-01T09:00:00Z");

    private static final Instant EXAMINED = Instant.parse("2025-06-06T09:00:00Z");
    private static final LocalDate BOUGHT = LocalDate.parse("2025-03-14");

    private LocalDateTime submitted = LocalDateTime.parse("2025-06-05T10:00");
    private String model = "X1";
    private ItemClass itemClass = ItemClass.MAIN_UNIT;
    private @Nullable String serial = "S-1";
    private boolean unitKnown = true;
    private Map<String, String> unitAttributes = new HashMap<>();
    private List<DatedDocument> records = new ArrayList<>();
    private List<UnitAgreement> agreements = new ArrayList<>();
    private List<DatedDocument> papers = new ArrayList<>();
    private List<EvidenceItem> evidence = List.of(new EvidenceItem("photo-1", EvidenceKind.PHOTO));
    private Map<String, Consented> consents = new HashMap<>();
    private Map<String, Confirmation> unavailable = new HashMap<>();
    private final Map<String, String> reports = new HashMap<>();
    private @Nullable String component;
    private @Nullable String site;
    private @Nullable LocalDate faultDate;
    private @Nullable String declaredCause;
    private ContractTerms terms = ContractTerms.NONE;
    private @Nullable Diagnosis diagnosis;
    private final List<Review> reviews = new ArrayList<>();
    private List<Ruling> rulings = List.of();

    private GivenLine() {}

    /** A line that every policy covers once a fault in the material was found. */
    static GivenLine line() {
        GivenLine given = new GivenLine();
        for (DocumentKind kind : DocumentKind.values()) {
            given.records.add(new DatedDocument(kind, "P-" + kind.ordinal(), BOUGHT));
        }
        for (String item : List.of("TERMS_ACCEPTED", "DATA_BACKED_UP", "PASSWORD_STATE", "DETAILS_CONFIRMED")) {
            given.consents.put(item, new Consented("1", "dora", EXAMINED));
        }
        given.states("PASSWORD_STATE", "CLEARED", null);
        given.unitAttributes.put("supply", "OWN_BRAND");
        given.unitAttributes.put("saleChannel", "AUTHORISED");
        return given;
    }

    GivenLine submitted(String localTime) {
        submitted = LocalDateTime.parse(localTime);
        return this;
    }

    GivenLine of(String itsModel) {
        model = itsModel;
        return this;
    }

    GivenLine item(ItemClass kind) {
        itemClass = kind;
        return this;
    }

    GivenLine unit(String attribute, String value) {
        unitAttributes.put(attribute, value);
        return this;
    }

    GivenLine agreed(AgreementKind kind, String from, @Nullable String until) {
        agreements.add(
                new UnitAgreement("MY-1", kind, LocalDate.parse(from), until == null ? null : LocalDate.parse(until)));
        return this;
    }

    GivenLine unitSilentOn(String attribute) {
        unitAttributes.remove(attribute);
        return this;
    }

    GivenLine serial(String number) {
        serial = number;
        return this;
    }

    GivenLine noSerial() {
        serial = null;
        unitKnown = false;
        return this;
    }

    GivenLine serialUnknown() {
        unitKnown = false;
        return this;
    }

    /** The vendor's records of the kind, and what came with the claim, are not there. */
    GivenLine without(DocumentKind... kinds) {
        List<DocumentKind> gone = List.of(kinds);
        records.removeIf(paper -> gone.contains(paper.kind()));
        papers.removeIf(paper -> gone.contains(paper.kind()));
        return this;
    }

    /** The vendor's record of the kind bears this date. */
    GivenLine dated(DocumentKind kind, String date) {
        without(kind);
        records.add(new DatedDocument(kind, "P-" + kind.ordinal(), LocalDate.parse(date)));
        return this;
    }

    /** The vendor's record of the kind was found in this state. */
    GivenLine recorded(DocumentKind kind, String date, DatedDocument.State state) {
        without(kind);
        records.add(
                new DatedDocument(kind, "P-" + kind.ordinal(), LocalDate.parse(date), state, Map.of(), "scan-0", null));
        return this;
    }

    /** The vendor's record of the kind bears these particulars. */
    GivenLine recorded(DocumentKind kind, String date, Map<String, String> attributes) {
        without(kind);
        records.add(new DatedDocument(
                kind, "P-" + kind.ordinal(), LocalDate.parse(date), DatedDocument.State.VALID, attributes, null, null));
        return this;
    }

    /** The customer brings the paper, and nobody has found fault with it. */
    GivenLine brings(DocumentKind kind, String date, Map<String, String> attributes) {
        without(kind);
        papers.add(new DatedDocument(
                kind,
                "C-" + kind.ordinal(),
                LocalDate.parse(date),
                DatedDocument.State.VALID,
                attributes,
                "scan-1",
                null));
        return this;
    }

    /** The customer brings one more paper of a kind that is there already. */
    GivenLine alsoBrings(DocumentKind kind, String number, String date) {
        papers.add(new DatedDocument(
                kind,
                number,
                LocalDate.parse(date),
                DatedDocument.State.VALID,
                Map.of("model", model, "serial", "S-1"),
                "scan-2",
                null));
        return this;
    }

    /** The customer says that there is such a paper; no file shows it, and nobody has looked at it. */
    GivenLine types(DocumentKind kind, String date, Map<String, String> attributes) {
        without(kind);
        papers.add(new DatedDocument(
                kind,
                "C-" + kind.ordinal(),
                LocalDate.parse(date),
                DatedDocument.State.VALID,
                attributes,
                null,
                new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, "lin"), EXAMINED)));
        return this;
    }

    /** The customer brings the paper, and a person found it in this state. */
    GivenLine bringsExamined(DocumentKind kind, String date, DatedDocument.State state, Confirmer.Kind by) {
        without(kind);
        papers.add(new DatedDocument(
                kind,
                "C-" + kind.ordinal(),
                LocalDate.parse(date),
                state,
                Map.of("model", model, "serial", "S-1"),
                "scan-1",
                new Confirmation(new Confirmer(by, "rong"), EXAMINED)));
        return this;
    }

    GivenLine evidence(EvidenceKind... kinds) {
        evidence = Arrays.stream(kinds)
                .map(kind -> new EvidenceItem(kind.name().toLowerCase(java.util.Locale.ROOT) + "-1", kind))
                .toList();
        return this;
    }

    GivenLine states(String item, @Nullable String state, @Nullable String detail) {
        consents.put(item, new Consented("1", "dora", EXAMINED, state, detail));
        return this;
    }

    GivenLine withoutConsent(String item) {
        consents.remove(item);
        return this;
    }

    GivenLine unavailable(String... items) {
        for (String item : items) {
            unavailable.put(item, new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, "lin"), EXAMINED));
        }
        return this;
    }

    GivenLine component(String name) {
        component = name;
        return this;
    }

    GivenLine at(String region) {
        site = region;
        return this;
    }

    GivenLine faultShowed(String date) {
        faultDate = LocalDate.parse(date);
        return this;
    }

    GivenLine reports(String fact, String value) {
        reports.put(fact, value);
        return this;
    }

    GivenLine declares(String cause) {
        declaredCause = cause;
        return this;
    }

    GivenLine contractTerm(String period) {
        terms = new ContractTerms(Period.parse(period), terms.excludedCauses(), terms.onSite(), terms.charges());
        return this;
    }

    GivenLine contractExcludes(String... causes) {
        terms = new ContractTerms(terms.term(), List.of(causes), terms.onSite(), terms.charges());
        return this;
    }

    GivenLine contractVisits(String... regions) {
        terms = new ContractTerms(terms.term(), terms.excludedCauses(), Set.of(regions), terms.charges());
        return this;
    }

    GivenLine contractCharges(ChargeItem item, Payer payer) {
        Map<ChargeItem, Payer> charges = new HashMap<>(terms.charges());
        charges.put(item, payer);
        terms = new ContractTerms(terms.term(), terms.excludedCauses(), terms.onSite(), charges);
        return this;
    }

    GivenLine technicianFinds(String cause, String... findings) {
        return diagnosed(true, cause, Route.DEPOT_REPAIR, findings);
    }

    GivenLine technicianSuspects(String cause, String... findings) {
        return diagnosed(false, cause, Route.DEPOT_REPAIR, findings);
    }

    GivenLine servedBy(Route route, String cause, String... findings) {
        return diagnosed(true, cause, route, findings);
    }

    private GivenLine diagnosed(boolean confirmed, String cause, Route route, String... findings) {
        diagnosis = new Diagnosis(
                cause,
                confirmed,
                new Confirmer(Confirmer.Kind.TECHNICIAN, "deng"),
                DIAGNOSED,
                FaultClass.COMPLEX,
                route,
                List.of(findings),
                Map.of());
        return this;
    }

    /** The technician finds that this component failed. */
    GivenLine technicianFindsIn(String failed, String cause) {
        technicianFinds(cause);
        diagnosis = new Diagnosis(
                cause,
                true,
                new Confirmer(Confirmer.Kind.TECHNICIAN, "deng"),
                DIAGNOSED,
                FaultClass.COMPLEX,
                Route.DEPOT_REPAIR,
                List.of(),
                Map.of(),
                failed);
        return this;
    }

    GivenLine reviewed(Review.Outcome outcome) {
        reviews.add(new Review("rong", outcome, "looked at the photos", DIAGNOSED.plusSeconds(3600)));
        return this;
    }

    /** @param clauses that were in doubt; none: all that were */
    GivenLine reviewed(Review.Outcome outcome, String at, String... clauses) {
        reviews.add(new Review("rong", outcome, "read the clause", Instant.parse(at), List.of(clauses)));
        return this;
    }

    /** A person was asked of these doubts alone. */
    GivenLine reviewed(Review.Outcome outcome, Doubt... doubts) {
        List<String> clauses = Arrays.stream(doubts).map(Doubt::clause).toList();
        reviews.add(new Review("rong", outcome, "looked it up", DIAGNOSED.plusSeconds(3600), clauses, List.of(doubts)));
        return this;
    }

    GivenLine upheld(String... clauses) {
        rulings = List.of(new Ruling(List.of(clauses), "rong", DECIDED));
        return this;
    }

    /** A dispute of these clauses was upheld, with this paper beside the one of the vendor's records. */
    GivenLine upheldWith(DocumentKind kind, String date, String... clauses) {
        upheld(clauses);
        papers.add(new DatedDocument(
                kind,
                "C-" + kind.ordinal(),
                LocalDate.parse(date),
                DatedDocument.State.VALID,
                Map.of("model", model, "serial", "S-1"),
                "scan-1",
                rulings.getFirst().confirmation()));
        return this;
    }

    Facts facts(CompiledPolicy policy) {
        UnitFacts unit = unitKnown && serial != null
                ? new UnitFacts(serial, model, itemClass, unitAttributes, records, agreements)
                : null;
        return new Facts(
                submitted.atZone(policy.zone()).toInstant(),
                "maria",
                "C-1",
                true,
                model,
                true,
                faultDate,
                declaredCause,
                "WEB",
                site,
                consents,
                unavailable,
                evidence,
                terms,
                List.of(new LineFacts(1, serial, unit, papers, component, reports, diagnosis, reviews, rulings)));
    }

    /** What the policy of this letter says; after the diagnosis if there was one. */
    LineOutcome judgedUnder(String letter) {
        return judgedUnder(ShippedPacks.policy(letter));
    }

    LineOutcome judgedUnder(CompiledPolicy policy) {
        Pass pass = diagnosis == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS;
        return new Adjudicator().judge(policy, facts(policy), pass).lines().getFirst();
    }
}
