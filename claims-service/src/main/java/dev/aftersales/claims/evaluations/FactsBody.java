package dev.aftersales.claims.evaluations;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.Confirmer.Kind;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.EvidenceKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.Review.Outcome;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they are sent: the names are those of {@link dev.aftersales.claims.adjudication.Facts}. What is left out was
 * not said, except where a component says otherwise.
 *
 * @param contractKnown left out: whether there is a number
 * @param faultDescribed left out: it is
 * @param consents by item
 */
record FactsBody(
        @NotNull Instant submittedAt,
        @Nullable @Size(min = 1, max = 64) String contractNumber,
        @Nullable Boolean contractKnown,
        @Nullable @Size(min = 1, max = 100) String model,
        @Nullable Boolean faultDescribed,
        @Nullable LocalDate faultDate,
        @Nullable @Size(min = 1, max = 64) String declaredCause,
        @Nullable @Size(min = 1, max = 64) String channel,
        @Nullable @Size(min = 1, max = 64) String site,
        @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 64) String, @NotNull @Valid ConsentBody> consents,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> unavailable,
        @Nullable @Size(max = 50) List<@NotNull @Valid EvidenceBody> evidence,
        @Nullable @Valid TermsBody contractTerms,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid LineBody> lines) {

    FactsBody {
        model = PrintedCode.orNone(model);
    }

    /**
     * A consent, of its giver no more than that there is one.
     *
     * @param state where the policy asks for one
     * @param detail to that state
     */
    record ConsentBody(
            @NotBlank @Size(max = 64) String version,
            @Nullable Instant at,
            @Nullable @Size(min = 1, max = 64) String state,
            @Nullable @Size(min = 1, max = 500) String detail) {}

    record EvidenceBody(
            @NotBlank @Size(max = 64) String id, @NotNull EvidenceKind kind) {}

    /** What the sales contract says beside the policy. */
    record TermsBody(
            @Nullable Period term,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> excludedCauses,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> onSite,
            @Nullable Map<ChargeItem, @NotNull Payer> charges) {}

    /**
     * @param line left out: its place in the list, from 1
     * @param review the only one
     * @param reviews in any order, where there are several
     */
    record LineBody(
            @Nullable @Min(1) @Max(1_000) Integer line,
            @Nullable @Size(min = 1, max = 64) String serial,
            @Nullable @Valid UnitBody unit,
            @Nullable @Size(max = 20) List<@NotNull @Valid DocumentBody> documents,
            @Nullable @Size(min = 1, max = 64) String component,

            @Nullable @Size(max = 50)
            Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 200) String> attributes,

            @Nullable @Valid DiagnosisBody diagnosis,
            @Nullable @Valid ReviewBody review,
            @Nullable @Size(max = 20) List<@NotNull @Valid ReviewBody> reviews,
            @Nullable @Size(max = 20) List<@NotNull @Valid RulingBody> rulings) {

        LineBody {
            serial = PrintedCode.orNone(serial);
        }
    }

    /** @param serial left out: the line's */
    record UnitBody(
            @Nullable @Size(min = 1, max = 64) String serial,
            @NotBlank @Size(max = 100) String model,
            @NotNull ItemClass itemClass,

            @Nullable @Size(max = 50)
            Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 200) String> attributes,

            @Nullable @Size(max = 20) List<@NotNull @Valid DocumentBody> documents,
            @Nullable @Size(max = 20) List<@NotNull @Valid AgreementBody> agreements) {

        UnitBody {
            serial = PrintedCode.orNone(serial);
            model = PrintedCode.of(model);
        }
    }

    /**
     * What was agreed about the unit.
     *
     * @param number left out: it has none that matters
     * @param until left out: it has no end
     */
    record AgreementBody(
            @NotNull AgreementKind kind,
            @Nullable @Size(min = 1, max = 64) String number,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @param id the paper's number; left out: it has none that matters
     * @param state left out: nobody found fault with it
     */
    record DocumentBody(
            @NotNull DocumentKind kind,
            @Nullable @Size(min = 1, max = 64) String id,
            @NotNull LocalDate date,
            DatedDocument.@Nullable State state,

            @Nullable @Size(max = 50)
            Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 200) String> attributes,

            @Nullable @Size(min = 1, max = 64) String evidenceId,
            @Nullable @Valid ConfirmationBody confirmation) {}

    record ConfirmationBody(
            @NotNull @Valid ConfirmerBody by, @NotNull Instant at) {}

    record ConfirmerBody(
            @NotNull Kind kind, @NotBlank @Size(max = 64) String id) {}

    /**
     * @param confirmedBy left out: a technician
     * @param concludedAt left out: when the claim was submitted
     * @param faultClass left out: SIMPLE
     * @param disposition left out: PARTS
     * @param component left out: the line's
     */
    record DiagnosisBody(
            @NotBlank @Size(max = 64) String cause,
            @NotNull Boolean causeConfirmed,
            @Nullable @Valid ConfirmerBody confirmedBy,
            @Nullable Instant concludedAt,
            @Nullable FaultClass faultClass,
            @Nullable Route disposition,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> findings,

            @Nullable @Size(max = 50)
            Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 200) String> observations,

            @Nullable @Size(min = 1, max = 64) String component) {}

    /**
     * @param at left out: after everything else
     * @param clauses under which there were doubts; left out: under all
     */
    record ReviewBody(
            @NotNull Outcome outcome,
            @Nullable Instant at,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 16) String> clauses) {}

    record RulingBody(
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 16) String> clauses,
            @Nullable Instant at) {}
}
