package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy administrator says of a fault code.
 *
 * @param models to which the code applies; empty or absent for all
 * @param parts may be absent where the disposition needs none
 * @param standardHours of work on one unit; may be absent
 * @param family of codes whose faults are alike: units that fail by any of them may be a batch together; may be absent.
 *     It holds for what is claimed from then on: units that are counted under the code itself, or a family that it was
 *     of, stay there
 */
record PutCatalogueEntry(
        @Nullable @Size(max = 500) List<@NotNull @Pattern(regexp = "\\S(.{0,62}\\S)?") String> models,
        @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String presumedCause,
        @NotNull FaultClass faultClass,
        @NotNull Route disposition,
        @Nullable @Size(max = 20) List<@NotNull @Valid PartBody> parts,
        @NotNull @Valid MoneyBody valueCap,
        @NotNull @Valid SerialLimitBody limitPerSerial,

        @Nullable @DecimalMin("0.01") @Digits(integer = 4, fraction = 2)
        BigDecimal standardHours,

        @Nullable @Pattern(regexp = "[!-~]{1,64}") String family) {

    PutCatalogueEntry {
        models = PrintedCode.each(models);
        family = PrintedCode.orNone(family);
    }

    /**
     * The definition.
     *
     * @throws ProblemException 422 where the fields contradict each other
     */
    FaultDefinition toDefinition() {
        List<PartBody> named = parts == null ? List.of() : parts;
        if (disposition == Route.PARTS && named.isEmpty()) {
            throw contradiction("parts", "parts-needed", "Disposition PARTS names the parts that are sent.");
        }
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).value().currency().equals(valueCap.currency())) {
                throw contradiction(
                        "parts[" + i + "].value.currency",
                        "one-currency",
                        "Value parts in " + valueCap.currency() + ", the currency of the value cap.");
            }
        }
        return new FaultDefinition(
                models == null ? List.of() : models.stream().distinct().toList(),
                presumedCause,
                faultClass,
                disposition,
                named.stream().map(PartBody::toPart).toList(),
                valueCap.toMoney(),
                limitPerSerial.toLimit(),
                standardHours,
                family);
    }

    private static ProblemException contradiction(String field, String rule, String detail) {
        return Problem.status(422)
                .type(rule)
                .title("The entry contradicts itself")
                .detail(detail)
                .with("field", field)
                .exception();
    }
}
