package dev.aftersales.claims.agreements;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.contracts.PrintedCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it is sent.
 *
 * @param contract number of the sales contract that it is about
 * @param serials the units that it is about; left out for all of the contract
 * @param from its first day
 * @param until its last day; left out where it has no end
 */
record PutAgreement(
        @NotNull AgreementKind kind,
        @NotBlank @Size(max = 64) String contract,
        @Nullable @Size(max = 1_000) List<@NotBlank @Size(max = 64) String> serials,
        @NotNull LocalDate from,
        @Nullable LocalDate until,
        @Nullable @Valid TrainingBody training) {

    PutAgreement {
        serials = PrintedCode.each(serials);
    }

    Agreement toAgreement(String vendor, String number, AgreementEntry entry) {
        return new Agreement(
                vendor,
                number,
                kind,
                contract,
                distinctSerials(),
                from,
                until,
                training == null ? null : new Training(training.place(), training.people()),
                null,
                List.of(entry));
    }

    List<String> distinctSerials() {
        return serials == null ? List.of() : List.copyOf(new LinkedHashSet<>(serials));
    }

    /** What was agreed about training. */
    record TrainingBody(
            @NotBlank @Size(max = 200) String place,
            @Min(1) @Max(1_000) int people) {}
}
