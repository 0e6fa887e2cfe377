package dev.aftersales.claims.claims;

import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.regions.Regions;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a claim beside the fault, whether it submits the claim or adds to it.
 *
 * @param channel by which the claim came; only when it is submitted
 */
record Said(
        @Nullable String channel,
        @Nullable String site,
        @Nullable LocalDate faultDate,
        @Nullable String component,
        @Nullable Boolean keepParts,
        @Nullable Map<String, String> facts,
        @Nullable List<ConsentRequest> consents,
        @Nullable List<DocumentRequest> documents,
        @Nullable List<String> unavailable) {

    /** Codes of the suite and of the policies. */
    static final String CODE = "[A-Z][A-Z0-9_]{0,63}";

    /** Names that policies give to facts and to what stands on papers. */
    static final String NAME = "[a-z][A-Za-z0-9]{0,63}";

    /** A country, or a region in it by its administrative code. */
    static final String SITE = Regions.NOTATION;

    /**
     * The customer agrees to something, or states how it is.
     *
     * @param version of the policy whose text the customer read
     * @param state where the policy asks for one, for example {@code CLEARED} (D3.2)
     * @param detail to that state, for example which password is left and whom to ask; no secret belongs here
     */
    record ConsentRequest(
            @NotNull @Pattern(regexp = CODE) String item,
            @NotBlank @Size(max = 64) String version,
            @Nullable @Pattern(regexp = CODE) String state,
            @Nullable @Size(min = 1, max = 500) String detail) {

        private Consent by(String person, Instant now) {
            return new Consent(item, version, person, now, state, detail == null || detail.isBlank() ? null : detail);
        }
    }

    /**
     * A paper.
     *
     * @param line whose unit it is of; absent when it is of all
     * @param evidenceId the photo of it
     * @param attributes what else stands on it, for example {@code model} and {@code serial} of the product, or barcodes
     */
    record DocumentRequest(
            @Nullable @Min(1) Integer line,
            @NotNull DocumentKind kind,
            @NotBlank @Size(max = 64) String number,
            @NotNull LocalDate date,
            @Nullable @Size(min = 1, max = 64) String evidenceId,

            @Nullable @Size(max = 10)
            Map<@Pattern(regexp = NAME) String, @NotBlank @Size(max = 64) String> attributes) {

        private ClaimDocument by(String person, Instant now) {
            return new ClaimDocument(
                    line,
                    new DatedDocument(
                            kind,
                            number,
                            date,
                            DatedDocument.State.VALID,
                            attributes == null ? Map.of() : attributes,
                            evidenceId,
                            new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, person), now)),
                    person,
                    now);
        }
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() {
        return Stream.of(channel, site, faultDate, component, keepParts).allMatch(Objects::isNull)
                && (facts == null || facts.isEmpty())
                && Stream.of(consents, documents, unavailable).allMatch(list -> list == null || list.isEmpty());
    }

    /** Nothing but consents. */
    static Said consenting(List<ConsentRequest> consents) {
        return new Said(null, null, null, null, null, null, consents, null, null);
    }

    /** As the claim keeps it. */
    Particulars particulars(Caller caller, Instant now) {
        return new Particulars(
                channel,
                site,
                faultDate,
                component,
                keepParts,
                facts == null ? Map.of() : facts,
                consents == null
                        ? List.of()
                        : consents.stream()
                                .map(consent -> consent.by(caller.person(), now))
                                .toList(),
                unavailable == null
                        ? List.of()
                        : unavailable.stream()
                                .distinct()
                                .map(item -> new Unavailable(item, caller.person(), now))
                                .toList());
    }

    /** The papers as the claim keeps them. */
    List<ClaimDocument> documents(Caller caller, Instant now) {
        return documents(documents, caller, now);
    }

    /** Papers as a claim keeps them. */
    static List<ClaimDocument> documents(@Nullable List<DocumentRequest> requests, Caller caller, Instant now) {
        return requests == null
                ? List.of()
                : requests.stream()
                        .map(request -> request.by(caller.person(), now))
                        .toList();
    }

    /** These files, and those that show papers, each once. */
    static List<String> files(@Nullable List<String> evidenceIds, @Nullable List<DocumentRequest> documents) {
        return Stream.concat(
                        evidenceIds == null ? Stream.of() : evidenceIds.stream(),
                        documents == null
                                ? Stream.of()
                                : documents.stream()
                                        .map(DocumentRequest::evidenceId)
                                        .filter(Objects::nonNull))
                .distinct()
                .toList();
    }
}
