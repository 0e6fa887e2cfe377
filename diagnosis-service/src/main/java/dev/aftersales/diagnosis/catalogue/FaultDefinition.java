package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor says of a fault code.
 *
 * <p>Parts worth more than the cap are legal: such an entry tells the technician what to expect, and always goes to one.
 *
 * @param models to which the code applies; empty for all
 * @param presumedCause in the vocabulary of the vendor's policy, which this service does not interpret
 * @param faultClass simple or complex (A?7)
 * @param disposition how the fault is served
 * @param parts for one unit; not empty when the disposition is {@link Route#PARTS}
 * @param valueCap the most that the parts of one unit may be worth to go through without a person
 * @param limitPerSerial how often one serial may go through without a person
 * @param standardHours of the vendor's work on one unit; absent where they differ from case to case
 * @param family of codes whose faults are alike (A?8); absent where the code is a family of its own
 */
public record FaultDefinition(
        List<String> models,
        String presumedCause,
        FaultClass faultClass,
        Route disposition,
        List<CataloguePart> parts,
        Money valueCap,
        SerialLimit limitPerSerial,
        @Nullable BigDecimal standardHours,
        @Nullable String family) {

    public FaultDefinition {
        models = List.copyOf(models);
        parts = List.copyOf(parts);
        if (disposition == Route.PARTS && parts.isEmpty()) {
            throw new IllegalArgumentException("disposition PARTS names its parts");
        }
        for (CataloguePart part : parts) {
            if (!part.value().currency().equals(valueCap.currency())) {
                throw new IllegalArgumentException("parts and cap have one currency");
            }
        }
    }

    /** Whether the code applies to that model. */
    public boolean appliesTo(String model) {
        return models.isEmpty() || models.stream().map(PrintedCode::of).anyMatch(PrintedCode.of(model)::equals);
    }

    /** What the parts of this many units are worth. */
    Money valueFor(int units) {
        return parts.stream()
                .map(CataloguePart::total)
                .reduce(Money.zero(valueCap.currency()), Money::plus)
                .times(units);
    }

    /** The hours of the vendor's work on this many units; absent where nobody can say beforehand. */
    public @Nullable BigDecimal hoursFor(int units) {
        return standardHours == null ? null : standardHours.multiply(BigDecimal.valueOf(units));
    }

    /** The parts of this many units. */
    public List<PartQuantity> partsFor(int units) {
        return parts.stream().map(part -> part.forUnits(units)).toList();
    }
}
