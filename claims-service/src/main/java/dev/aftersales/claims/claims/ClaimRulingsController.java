package dev.aftersales.claims.claims;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.DatedDocument.State;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the vendor's people put beside a verdict or under it: goodwill, and what a paper is like. */
@RestController
@RequestMapping("/api/v1/claims/{id}")
class ClaimRulingsController {

    private final ClaimAccess access;
    private final GrantGoodwill grantGoodwill;
    private final ExamineDocument examineDocument;

    ClaimRulingsController(ClaimAccess access, GrantGoodwill grantGoodwill, ExamineDocument examineDocument) {
        this.access = access;
        this.grantGoodwill = grantGoodwill;
        this.examineDocument = examineDocument;
    }

    /** What can be granted. */
    enum Grant {
        /** All of it. */
        FULL,
        PARTS,
        LABOUR,
        SERVICE,
        INBOUND_FREIGHT,
        RETURN_FREIGHT,
        URGENT_FREIGHT,
        DUTY;

        private ChargeItem item() {
            return ChargeItem.valueOf(name());
        }

        /** Empty for all. */
        static List<ChargeItem> items(List<Grant> granted) {
            return granted.contains(FULL)
                    ? List.of()
                    : granted.stream().distinct().map(Grant::item).toList();
        }
    }

    /**
     * A person grants more than the verdict does.
     *
     * @param grant {@code "FULL"}, or a list of items
     * @param route of the service; absent for that of the diagnosis
     * @param reason for the vendor's staff
     * @param toCustomer why, in words for the customer, who reads them with the decision
     */
    record OverrideRequest(
            @NotEmpty @Size(max = Claim.MAX_LINES) Set<@NotNull Integer> lines,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @NotEmpty @Size(max = 8)
            List<@NotNull Grant> grant,

            @Nullable Route route,
            @NotBlank @Size(max = 2_000) String reason,

            @Nullable @Size(max = 2_000) @Pattern(regexp = "(?s).*\\S.*")
            String toCustomer) {

        /** Empty for all. */
        private List<ChargeItem> items() {
            return Grant.items(grant);
        }
    }

    /**
     * What a person saw of a paper.
     *
     * @param number of the paper; absent for the last one of the kind that was brought
     * @param evidenceId a file that shows it; absent when the paper's own does
     * @param attributes as they stand on the paper
     */
    record ExaminationRequest(
            @NotNull State state,
            @Nullable @Size(min = 1, max = 64) String number,
            @Nullable @Size(min = 1, max = 64) String evidenceId,

            @Nullable @Size(max = 10)
            Map<@Pattern(regexp = Said.NAME) String, @NotBlank @Size(max = 64) String> attributes) {}

    /** Which of these roles may grant is the policy's to say. */
    @Allowed({Role.ACCOUNT_MANAGER, Role.AGENT, Role.FINANCE, Role.VENDOR_OPS})
    @PostMapping("/override")
    ClaimView override(Caller caller, @PathVariable String id, @Valid @RequestBody OverrideRequest request) {
        Claim claim = access.visible(caller, id);
        if (request.grant().size() > 1 && request.grant().contains(Grant.FULL)) {
            throw ClaimsController.unprocessable(
                    "contradicts-itself",
                    "grant",
                    "The grant contradicts itself",
                    "Grant FULL, which is all of it, or a list of items without it.");
        }
        return switch (grantGoodwill.grant(
                caller,
                claim,
                request.lines(),
                request.items(),
                request.route(),
                request.reason(),
                request.toCustomer(),
                null)) {
            case GrantGoodwill.Outcome.Granted granted -> ClaimView.of(granted.claim());
            case GrantGoodwill.Outcome.NotYours notYours ->
                throw Problem.status(403)
                        .type("not-yours-to-grant")
                        .title("The policy does not let you grant goodwill")
                        .detail(
                                notYours.roles().isEmpty()
                                        ? "Policy " + claim.policyVersion() + " lets nobody grant goodwill."
                                        : "Policy " + claim.policyVersion()
                                                + " lets only these roles grant goodwill: "
                                                + String.join(", ", notYours.roles()) + ". Ask somebody who has one.")
                        .with("roles", notYours.roles())
                        .exception();
            case GrantGoodwill.Outcome.LinesUnknown unknown ->
                throw ClaimWorkController.linesUnknown(id, unknown.lines());
            case GrantGoodwill.Outcome.LinesNotAnswered notAnswered ->
                throw Problem.status(409)
                        .type("nothing-to-grant")
                        .title("Some of the lines cannot be granted anything")
                        .detail("Goodwill goes beyond a verdict by which the customer pays or goes elsewhere: decide"
                                + " what is open first, and leave out what is served. Nothing was granted.")
                        .with("lines", notAnswered.lines())
                        .exception();
            case GrantGoodwill.Outcome.NoParts noParts ->
                throw Problem.status(422)
                        .type("no-parts")
                        .title("The diagnosis names no parts for some of the lines")
                        .detail("Choose another route, or none for that of the diagnosis. Nothing was granted.")
                        .with("field", "route")
                        .with("lines", noParts.lines())
                        .exception();
        };
    }

    /**
     * What a person saw of a paper. It counts for every line that the paper is of, also in the place of what was seen
     * before. A line that is agreed or served already stays where it is; where it would be answered otherwise now, the
     * timeline says EXAMINED_TOO_LATE.
     */
    @Allowed(Role.AGENT)
    @PostMapping("/documents/{kind}/examination")
    ClaimView examine(
            Caller caller,
            @PathVariable String id,
            @PathVariable DocumentKind kind,
            @Valid @RequestBody ExaminationRequest request) {
        Claim claim = access.visible(caller, id);
        return switch (examineDocument.examine(
                caller,
                claim,
                new ExamineDocument.Examination(
                        kind, request.number(), request.state(), request.evidenceId(), request.attributes()))) {
            case ExamineDocument.Outcome.Examined examined -> ClaimView.of(examined.claim());
            case ExamineDocument.Outcome.Unknown unknown ->
                throw Problem.notFound("document", kind.name()).exception();
            case ExamineDocument.Outcome.OfRecord record ->
                throw Problem.status(409)
                        .type("paper-of-record")
                        .title("The paper stands in the vendor's records")
                        .detail("Contract " + record.contractNumber() + " names it, and it did not come with the claim."
                                + " A record is corrected with PUT /api/v1/contracts/" + record.contractNumber()
                                + ", for all claims that are judged afterwards. To examine the customer's own copy, add"
                                + " it with POST /api/v1/claims/" + id + "/evidence first. Nothing was changed.")
                        .with("contract", record.contractNumber())
                        .with("next", "/api/v1/contracts/" + record.contractNumber())
                        .exception();
            case ExamineDocument.Outcome.NotTaken notTaken -> throw ClaimsController.notTaken(notTaken.refusal());
            case ExamineDocument.Outcome.Unusable unusable -> throw ClaimsController.evidenceUnusable(unusable.ids());
        };
    }
}
