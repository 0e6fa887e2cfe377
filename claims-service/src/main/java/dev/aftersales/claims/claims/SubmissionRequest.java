package dev.aftersales.claims.claims;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.claims.claims.Said.ConsentRequest;
import dev.aftersales.claims.claims.Said.DocumentRequest;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.UnitLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/claims}.
 *
 * @param vendor needed when the token serves several
 * @param lines units or quantities; either these or {@code serials}
 * @param serials short for lines of one unit each
 * @param contractNumber absent when the customer does not know it: then the units' own contract is looked for
 * @param declaredCause what the customer says it was, in the policy's vocabulary
 * @param channel by which the claim came, for example {@code WEB}
 * @param site administrative code of where the units stand, for example {@code CN-440307}
 * @param faultDate when the fault showed
 * @param component that failed, for policies with terms of their own for components
 * @param keepParts whether replaced parts are to come back after a paid repair (D2.5c)
 * @param facts what the policy lets a claim say of itself, by the names that it gives them
 * @param consents what the customer agrees to (D0.1, D3.1)
 * @param documents papers that the customer has
 * @param unavailable items that the policy may ask for and that will not come
 */
record SubmissionRequest(
        @Nullable String vendor,

        @Nullable @Size(min = 1, max = 64) @Pattern(regexp = "\\S(.*\\S)?")
        String contractNumber,

        @NotBlank @Size(max = 100) String model,
        @Nullable @Size(max = Claim.MAX_LINES) List<@NotNull @Valid LineRequest> lines,
        @Nullable @Size(max = Claim.MAX_LINES) List<@NotNull @Pattern(regexp = SERIAL) String> serials,
        @NotBlank @Size(max = 64) String faultCode,
        @NotBlank @Size(max = 10_000) String description,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 64) String> evidenceIds,
        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{0,63}") String declaredCause,
        @Nullable @Pattern(regexp = Said.CODE) String channel,
        @Nullable @Pattern(regexp = Said.SITE) String site,
        @Nullable LocalDate faultDate,
        @Nullable @Pattern(regexp = Said.CODE) String component,
        @Nullable Boolean keepParts,
        @Nullable @Size(max = 20) Map<@Pattern(regexp = Said.NAME) String, @NotBlank @Size(max = 64) String> facts,
        @Nullable @Size(max = 20) List<@NotNull @Valid ConsentRequest> consents,
        @Nullable @Size(max = ClaimDocument.MOST) List<@NotNull @Valid DocumentRequest> documents,
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = Said.CODE) String> unavailable) {

    SubmissionRequest {
        model = PrintedCode.of(model);
        serials = PrintedCode.each(serials);
        faultCode = PrintedCode.of(faultCode);
    }

    /** Serials are printed on labels: visible ASCII, and short enough that a thousand fit into one event. */
    static final String SERIAL = "[\\x21-\\x7e]([\\x20-\\x7e]{0,38}[\\x21-\\x7e])?";

    /** One line: a unit by its serial, or a quantity of units. */
    record LineRequest(
            @Nullable @Pattern(regexp = SERIAL) String serial,
            @Nullable @Min(1) @Max(100_000) Integer quantity) {

        LineRequest {
            serial = PrintedCode.orNone(serial);
        }
    }

    /** The same request with the vendor that it turned out to be for. */
    SubmissionRequest forVendor(String resolved) {
        return new SubmissionRequest(
                resolved,
                contractNumber,
                model,
                lines,
                serials,
                faultCode,
                description,
                evidenceIds,
                declaredCause,
                channel,
                site,
                faultDate,
                component,
                keepParts,
                facts,
                consents,
                documents,
                unavailable);
    }

    /** What it says beside the fault. */
    Said said() {
        return new Said(channel, site, faultDate, component, keepParts, facts, consents, documents, unavailable);
    }

    /** All files that come with it. */
    List<String> evidence() {
        return Said.files(evidenceIds, documents);
    }

    /**
     * The lines in their order, numbered from 1.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 when the lines contradict themselves
     */
    List<UnitLine> units() {
        boolean hasLines = lines != null && !lines.isEmpty();
        boolean hasSerials = serials != null && !serials.isEmpty();
        if (hasLines == hasSerials) {
            throw invalid("lines", "either", "name the units once: either \"lines\" or \"serials\", at least one");
        }
        List<UnitLine> units = new ArrayList<>();
        if (serials != null && hasSerials) {
            serials.forEach(serial -> units.add(new UnitLine(units.size() + 1, serial, 1)));
        } else if (lines != null) {
            lines.forEach(line -> units.add(unit(units.size() + 1, line)));
        }
        Set<String> seen = new HashSet<>();
        units.stream().map(UnitLine::serial).filter(Objects::nonNull).forEach(serial -> {
            if (!seen.add(serial)) {
                throw invalid(hasLines ? "lines" : "serials", "distinct", "a serial stands there twice");
            }
        });
        return units;
    }

    /** Where the request names the serial of that line. */
    String serialField(int line) {
        return serials != null && !serials.isEmpty()
                ? "serials[" + (line - 1) + "]"
                : "lines[" + (line - 1) + "].serial";
    }

    private static UnitLine unit(int number, LineRequest line) {
        int quantity = line.quantity() == null ? 1 : line.quantity();
        String field = "lines[" + (number - 1) + "]";
        if (line.serial() == null && line.quantity() == null) {
            throw invalid(field, "either", "a line has a serial or a quantity");
        }
        if (line.serial() != null && quantity != 1) {
            throw invalid(field, "either", "a line with a serial is one unit");
        }
        return new UnitLine(number, line.serial(), quantity);
    }

    private static RuntimeException invalid(String field, String rule, String detail) {
        return Problem.status(400)
                .type("invalid")
                .title("The request is not valid")
                .detail("One field breaks a rule.")
                .with("errors", List.of(Map.of("field", field, "rule", rule, "detail", detail)))
                .exception();
    }
}
