package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a technician says of the lines of a case. */
record ConclusionRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Line> lines) {

    /**
     * On one line; parts and findings may be absent where there are none.
     *
     * @param labourHours of work for all of the line; may be absent
     * @param component the one that failed, by the policy's name; may be absent
     * @param faultCode that fits what was found; may be absent where it is the claimed one
     */
    record Line(
            @NotNull @Min(1) @Max(1000) Integer line,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String cause,
            @NotNull Boolean causeConfirmed,
            @NotNull FaultClass faultClass,
            @NotNull Route disposition,
            @Nullable @Size(max = 20) List<@NotNull @Valid Part> parts,
            @Nullable @Size(max = 20) List<@NotNull @Valid Found> findings,

            @Nullable @DecimalMin("0.01") @Digits(integer = 4, fraction = 2)
            BigDecimal labourHours,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String component,

            @Nullable @Pattern(regexp = "[!-~]{1,64}") String faultCode) {

        Line {
            faultCode = PrintedCode.orNone(faultCode);
        }

        LineConclusion toConclusion() {
            return new LineConclusion(
                    line,
                    cause,
                    causeConfirmed,
                    faultClass,
                    disposition,
                    parts == null
                            ? List.of()
                            : parts.stream()
                                    .map(part -> new PartQuantity(part.part(), part.quantity()))
                                    .toList(),
                    findings == null
                            ? List.of()
                            : findings.stream()
                                    .map(found -> new Finding(found.code(), found.note()))
                                    .toList(),
                    labourHours,
                    component,
                    faultCode);
        }
    }

    /** So many of a spare part. */
    record Part(
            @NotNull @Pattern(regexp = "[!-~]{1,64}") String part,
            @NotNull @Min(1) @Max(100_000) Integer quantity) {}

    /** What was seen; the note is free text, so it is kept out of {@code toString}. */
    record Found(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
            String code,

            @Nullable @Size(max = 2000) String note) {
        @Override
        public String toString() {
            return String.valueOf(code);
        }
    }

    /** Characters of all notes together; with them a case stays well below what one document may hold. */
    private static final int MOST_NOTED = 500_000;

    /**
     * The conclusions.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 422 when the notes are too long together
     */
    List<LineConclusion> toConclusions() {
        long noted = lines.stream()
                .flatMap(line -> line.findings() == null ? Stream.of() : line.findings().stream())
                .mapToLong(found -> found.note() == null ? 0 : found.note().length())
                .sum();
        if (noted > MOST_NOTED) {
            throw Problem.status(422)
                    .type("too-much-text")
                    .title("The notes are too long together")
                    .detail("All notes of a conclusion have at most " + MOST_NOTED + " characters; these have " + noted
                            + ".")
                    .with("field", "lines")
                    .exception();
        }
        return lines.stream().map(Line::toConclusion).toList();
    }
}
