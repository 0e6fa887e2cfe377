package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.policies.ExporterPack;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A claim that is complete, in term and covered unless a test says otherwise. */
final class GivenClaim {

    static final Instant DIAGNOSED = Instant.parse("2025-06-10T09:00:00Z");

    private LocalDateTime submitted = LocalDateTime.parse("2025-06-05T10:00");
    private List<DatedDocument> documents = List.of(billOfLading("2025-03-14"));
    private ItemClass itemClass = ItemClass.MAIN_UNIT;
    private @Nullable String contractNumber = "C-1";
    private boolean contractKnown = true;
    private @Nullable String model = "X1";
    private boolean described = true;
    private @Nullable String declaredCause;
    private List<EvidenceItem> evidence = List.of(new EvidenceItem("photo-1", EvidenceKind.PHOTO));
    private @Nullable String serial = "S-1";
    private boolean unitKnown = true;
    private @Nullable Diagnosis diagnosis;
    private @Nullable Review review;
    private Map<String, Confirmation> unavailable = Map.of();

    static DatedDocument billOfLading(String date) {
        return new DatedDocument(DocumentKind.BILL_OF_LADING, "BL-1", LocalDate.parse(date));
    }

    GivenClaim submitted(String localTime) {
        submitted = LocalDateTime.parse(localTime);
        return this;
    }

    GivenClaim documents(DatedDocument... papers) {
        documents = List.of(papers);
        return this;
    }

    GivenClaim item(ItemClass kind) {
        itemClass = kind;
        return this;
    }

    GivenClaim contractNumber(@Nullable String number) {
        contractNumber = number;
        contractKnown = number != null;
        return this;
    }

    GivenClaim contractUnknown() {
        contractKnown = false;
        unitKnown = false;
        return this;
    }

    GivenClaim noModel() {
        model = null;
        return this;
    }

    GivenClaim model(String named) {
        model = named;
        return this;
    }

    GivenClaim noDescription() {
        described = false;
        return this;
    }

    GivenClaim declares(String cause) {
        declaredCause = cause;
        return this;
    }

    GivenClaim evidence(EvidenceKind... kinds) {
        evidence = new ArrayList<>();
        for (EvidenceKind kind : kinds) {
            evidence.add(new EvidenceItem(kind.name().toLowerCase(java.util.Locale.ROOT) + "-1", kind));
        }
        return this;
    }

    GivenClaim noSerial() {
        serial = null;
        unitKnown = false;
        return this;
    }

    GivenClaim serialUnknownToContract() {
        unitKnown = false;
        return this;
    }

    GivenClaim technicianFinds(String cause, String... findings) {
        return diagnosed(Confirmer.Kind.TECHNICIAN, cause, true, Route.PARTS, findings);
    }

    GivenClaim technicianSuspects(String cause, String... findings) {
        return diagnosed(Confirmer.Kind.TECHNICIAN, cause, false, Route.PARTS, findings);
    }

    GivenClaim catalogueSays(String cause) {
        return diagnosed(Confirmer.Kind.CATALOGUE, cause, true, Route.PARTS);
    }

    GivenClaim diagnosed(Confirmer.Kind by, String cause, boolean confirmed, Route disposition, String... findings) {
        diagnosis = new Diagnosis(
                cause,
                confirmed,
                new Confirmer(by, by == Confirmer.Kind.CATALOGUE ? "E42" : "tomas"),
                DIAGNOSED,
                FaultClass.SIMPLE,
                disposition,
                Arrays.asList(findings),
                Map.of());
        return this;
    }

    GivenClaim unavailable(String item, Instant said) {
        unavailable = Map.of(item, new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, "maria"), said));
        return this;
    }

    GivenClaim reviewed(Review.Outcome outcome) {
        return reviewed(outcome, DIAGNOSED.plusSeconds(3600));
    }

    GivenClaim reviewed(Review.Outcome outcome, Instant at) {
        review = new Review("anna", outcome, "looked at the photos", at);
        return this;
    }

    Facts facts() {
        UnitFacts unit = unitKnown ? new UnitFacts("S-1", "X1", itemClass, documents) : null;
        return new Facts(
                submitted.atZone(ExporterPack.POLICY.zone()).toInstant(),
                "maria",
                contractNumber,
                contractKnown,
                model,
                described,
                null,
                declaredCause,
                null,
                null,
                Map.of(),
                unavailable,
                evidence,
                ContractTerms.NONE,
                List.of(new LineFacts(1, serial, unit, diagnosis, review)));
    }

    LineOutcome judged() {
        Pass pass = diagnosis == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS;
        return new Adjudicator()
                .judge(ExporterPack.POLICY, facts(), pass)
                .lines()
                .getFirst();
    }

    static Citation citation(LineOutcome outcome, String clause) {
        return outcome.explanation().citations().stream()
                .filter(citation -> citation.clause().equals(clause))
                .findFirst()
                .orElseThrow(() -> new AssertionError(clause + " is not cited by " + outcome));
    }
}
